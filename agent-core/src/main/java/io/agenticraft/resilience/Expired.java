package io.agenticraft.resilience;

import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.ProviderTimeoutException.Phase;
import java.time.Duration;

/** Makes the failures of attempts and calls whose time is up. */
final class Expired {
    private Expired() {}

    /** An attempt's. A stream need only have begun by then. */
    static ProviderTimeoutException attempt(Target target, boolean stream, Duration limit) {
        return stream
                ? at(target, Phase.FIRST_BYTE, limit, "did not begin to answer within " + millis(limit))
                : at(target, Phase.TOTAL, limit, "did not answer within " + millis(limit));
    }

    /** A call's with all its attempts, of which {@code target} was the first to be asked. */
    static ProviderTimeoutException call(Target target, int attempts, Duration limit) {
        String what = "gave no whole answer within " + millis(limit) + " and " + attempts + " attempts";
        return at(target, Phase.TOTAL, limit, what);
    }

    private static String millis(Duration limit) {
        return limit.toMillis() + " ms";
    }

    private static ProviderTimeoutException at(Target target, Phase phase, Duration limit, String what) {
        ErrorDetails details =
                new ErrorDetails(target.name(), target.label() + " " + what, 0, null, null, null, null, true, null);
        return new ProviderTimeoutException(details, phase, limit, null);
    }
}

package io.agenticraft.batch;

import io.agenticraft.policy.RefusedException;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.RateLimitException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when an item is run again.
 *
 * @param retries how often at most
 * @param patience longer waits than this are not made
 * @param random from 0 to 1
 */
record Backoff(int retries, Duration patience, DoubleSupplier random) {
    private static final long FIRST_MILLIS = 500;
    private static final int MOST_DOUBLINGS = 7;

    /** Whether the failure says that too much is asked for now, be it by the provider or by a policy before it. */
    static boolean isLimit(Throwable failure) {
        return failure instanceof RateLimitException
                || failure instanceof OverloadedException
                || (failure instanceof RefusedException refused && refused.retryAfter() != null);
    }

    /** How long whoever refused asks to wait, or null where it does not say. */
    static @Nullable Duration asked(Throwable failure) {
        Duration asked = null;
        if (failure instanceof ProviderException provider) {
            asked = provider.retryAfter();
        } else if (failure instanceof RefusedException refused) {
            asked = refused.retryAfter();
        }
        return asked == null || asked.isNegative() ? null : asked;
    }

    /** How long to wait before the next attempt, or null if there is to be none. */
    @Nullable
    Duration before(int nextAttempt, Throwable failure) {
        if (nextAttempt > retries + 1 || !isLimit(failure)) {
            return null;
        }
        Duration asked = asked(failure);
        Duration delay = asked != null ? asked : guess(nextAttempt);
        return delay.compareTo(patience) > 0 ? null : delay;
    }

    /** Doubles each time, and is spread so that items which failed together do not come back together. */
    private Duration guess(int nextAttempt) {
        long most = FIRST_MILLIS << Math.min(nextAttempt - 2, MOST_DOUBLINGS);
        Duration spread = Duration.ofMillis((long) (most * (0.5 + random.getAsDouble() / 2)));
        return spread.compareTo(patience) > 0 ? patience : spread;
    }
}

package io.agenticraft.resilience;

import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.ProviderTimeoutException;

/** Makes the failures of attempts and calls whose time is up. */
final class Expired {
    private Expired() {}

    static ProviderTimeoutException at(Target target, String what) {
        return new ProviderTimeoutException(
                new ErrorDetails(target.name(), target.label() + " " + what, 0, null, null, null, null, true, null),
                null);
    }
}

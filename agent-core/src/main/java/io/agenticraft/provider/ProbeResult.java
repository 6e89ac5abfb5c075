package io.agenticraft.provider;

import java.time.Duration;
import java.util.Objects;

/**
 * What trying a provider came to.
 *
 * @param target what was reached: an origin, or a URL without its query
 * @param status the HTTP status, or 0 where nothing was asked
 * @param opened whether a connection was opened for it
 * @param took from the call to its end
 */
public record ProbeResult(String target, int status, boolean opened, Duration took) {
    public ProbeResult {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(took, "took");
    }
}

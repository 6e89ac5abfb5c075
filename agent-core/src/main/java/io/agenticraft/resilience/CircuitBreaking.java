package io.agenticraft.resilience;

import java.time.Duration;

/**
 * When a target is left alone. The last calls of each target and model are looked at; where too many of them failed, the
 * target is passed over for a while, and then tried by a few calls. Failures that are the request's own, such as a status
 * of 400, count for nothing.
 *
 * @param failureRate how many of the calls looked at must fail, above 0 and at most 1
 * @param window how many calls are looked at
 * @param minimumCalls how many there must be before anything is concluded, at most {@code window}
 * @param pause how long the target is left alone
 * @param probes how many calls may try it afterwards, until they have ended
 */
public record CircuitBreaking(double failureRate, int window, int minimumCalls, Duration pause, int probes) {
    private static final CircuitBreaking DEFAULT = new CircuitBreaking(0.5, 20, 10, Duration.ofSeconds(30), 2);

    public CircuitBreaking {
        if (!(failureRate > 0 && failureRate <= 1)) {
            throw new IllegalArgumentException("failureRate must be above 0 and at most 1: " + failureRate);
        }
        if (minimumCalls < 1 || window < minimumCalls || probes < 1) {
            throw new IllegalArgumentException("minimumCalls and probes must be positive, and window at least"
                    + " minimumCalls: minimumCalls " + minimumCalls + ", window " + window + ", probes " + probes);
        }
        Require.positive("pause", pause);
    }

    /** Half of the last 20 calls, of which there were at least 10; a pause of 30 s, then 2 probes. */
    public static CircuitBreaking defaults() {
        return DEFAULT;
    }
}

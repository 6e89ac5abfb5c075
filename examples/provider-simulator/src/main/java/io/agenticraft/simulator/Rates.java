package io.agenticraft.simulator;

import java.time.Duration;

/** Tokens per second as the time between two of them. */
final class Rates {

    private static final double NANOS = 1e9;

    private Rates() {}

    /** A steady rate; {@code IllegalArgumentException} unless it is positive. */
    static Latency perSecond(double tokens) {
        if (!(tokens > 0)) {
            throw new IllegalArgumentException("tokens per second must be positive");
        }
        return Latency.fixed(Duration.ofNanos((long) (NANOS / tokens)));
    }
}

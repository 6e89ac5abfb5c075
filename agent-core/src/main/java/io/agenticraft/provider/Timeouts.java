package io.agenticraft.provider;

import java.time.Duration;

/**
 * How long a call may take, part by part.
 *
 * @param connect until a connection stands
 * @param idle between two pieces of an answer, and before the first
 * @param total from the call to the end of the answer
 */
public record Timeouts(Duration connect, Duration idle, Duration total) {
    private static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(10));

    public Timeouts {
        if (connect.isNegative()
                || idle.isNegative()
                || total.isNegative()
                || connect.isZero()
                || idle.isZero()
                || total.isZero()) {
            throw new IllegalArgumentException("Timeouts must be positive: " + connect + ", " + idle + ", " + total);
        }
    }

    /** 10 s to connect, 60 s between pieces, 10 min in all. */
    public static Timeouts defaults() {
        return DEFAULT;
    }
}

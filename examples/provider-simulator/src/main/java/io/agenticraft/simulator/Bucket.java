package io.agenticraft.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A bucket that holds a minute's worth and refills steadily. Not safe for use by many threads. */
final class Bucket {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final long capacity;
    private final InstantSource clock;
    private double level;
    private Instant at;

    Bucket(long perMinute, InstantSource clock) {
        this.capacity = perMinute;
        this.clock = clock;
        this.level = perMinute;
        this.at = clock.instant();
    }

    boolean holds(long amount) {
        return until(amount).isZero();
    }

    /** How long until it holds so much. More than it can ever hold counts as all it can. */
    Duration until(long amount) {
        refill();
        double missing = Math.min(amount, capacity) - level;
        return missing <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing / capacity * NANOS_PER_MINUTE));
    }

    Duration untilFull() {
        return until(capacity);
    }

    void take(long amount) {
        refill();
        level -= amount;
    }

    long capacity() {
        return capacity;
    }

    long left() {
        refill();
        return (long) Math.max(0, level);
    }

    private void refill() {
        Instant now = clock.instant();
        long nanos = Duration.between(at, now).toNanos();
        if (nanos > 0) {
            level = Math.min((double) capacity, level + nanos / NANOS_PER_MINUTE * capacity);
            at = now;
        }
    }
}

package io.agenticraft.benchmark.load;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Moments that depend on the rate alone, and not on when answers come. */
final class Open implements Pace {
    private static final double NANOS = 1e9;

    private final double interval;
    private final @Nullable RandomGenerator random;
    private double offset;

    Open(double perSecond, @Nullable RandomGenerator random) {
        if (!(perSecond > 0) || perSecond > 1e6) {
            throw new IllegalArgumentException(
                    "a rate must be above 0 and at most 1000000 per second, is " + perSecond);
        }
        interval = NANOS / perSecond;
        this.random = random;
    }

    @Override
    public long next(long start, long now) {
        long due = start + (long) offset;
        offset += random == null ? interval : -Math.log(1 - random.nextDouble()) * interval;
        return due;
    }
}

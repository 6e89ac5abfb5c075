package io.agenticraft.simulator;

import java.util.random.RandomGenerator;

record UniformLatency(long lowNanos, long highNanos) implements Latency {

    UniformLatency {
        if (lowNanos < 0 || highNanos < lowNanos) {
            throw new IllegalArgumentException("a uniform latency needs 0 <= low <= high");
        }
    }

    @Override
    public long sampleNanos(RandomGenerator random) {
        return lowNanos == highNanos ? lowNanos : random.nextLong(lowNanos, highNanos);
    }

    @Override
    public boolean isZero() {
        return highNanos == 0;
    }
}

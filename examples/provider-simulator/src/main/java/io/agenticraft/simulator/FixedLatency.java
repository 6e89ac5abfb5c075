package io.agenticraft.simulator;

import java.util.random.RandomGenerator;

record FixedLatency(long nanos) implements Latency {

    static final FixedLatency ZERO = new FixedLatency(0);

    FixedLatency {
        if (nanos < 0) {
            throw new IllegalArgumentException("a latency cannot be negative");
        }
    }

    @Override
    public long sampleNanos(RandomGenerator random) {
        return nanos;
    }

    @Override
    public boolean isZero() {
        return nanos == 0;
    }
}

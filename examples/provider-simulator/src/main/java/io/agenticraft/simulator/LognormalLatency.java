package io.agenticraft.simulator;

import java.util.random.RandomGenerator;

record LognormalLatency(long medianNanos, double sigma) implements Latency {

    LognormalLatency {
        if (medianNanos < 0 || !(sigma >= 0 && sigma <= MAX_SIGMA)) {
            throw new IllegalArgumentException(
                    "a log-normal latency needs a median >= 0 and a sigma from 0 to " + MAX_SIGMA);
        }
    }

    private static final double MAX_SIGMA = 5;

    @Override
    public long sampleNanos(RandomGenerator random) {
        return (long) (medianNanos * Math.exp(sigma * random.nextGaussian()));
    }

    @Override
    public boolean isZero() {
        return medianNanos == 0;
    }
}

package io.agenticraft.simulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something takes: a distribution of durations, sampled with a given source of randomness. */
public sealed interface Latency permits FixedLatency, UniformLatency, LognormalLatency {

    /** Draws one duration, in nanoseconds, never negative. */
    long sampleNanos(RandomGenerator random);

    /** Whether every sample is zero. */
    boolean isZero();

    /** No time at all. */
    static Latency none() {
        return FixedLatency.ZERO;
    }

    /** Always the same duration. */
    static Latency fixed(Duration duration) {
        return new FixedLatency(duration.toNanos());
    }

    /** Any duration between the two, each as likely; {@code IllegalArgumentException} unless 0 <= low <= high. */
    static Latency uniform(Duration low, Duration high) {
        return new UniformLatency(low.toNanos(), high.toNanos());
    }

    /**
     * A log-normal distribution, as real services have: half of the samples lie below the median, a few far above it.
     *
     * @param median the middle of the distribution
     * @param sigma the standard deviation of the logarithm: 0 is fixed, 0.5 gives a 99th percentile of 3.2 medians
     */
    static Latency lognormal(Duration median, double sigma) {
        return new LognormalLatency(median.toNanos(), sigma);
    }

    /**
     * Reads the textual form: {@code 0}, {@code 80ms}, {@code uniform:50ms..200ms} or {@code lognormal:300ms,0.5}.
     * Durations end in {@code us}, {@code ms} or {@code s}.
     *
     * @throws IllegalArgumentException naming the forms when it is none of them
     */
    static Latency parse(String text) {
        return LatencyParser.parse(text);
    }
}

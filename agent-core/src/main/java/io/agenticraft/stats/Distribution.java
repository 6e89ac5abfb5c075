package io.agenticraft.stats;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How values are spread. Figures are off by 0.4 % at most, are nearest ranks (half of two values is the lower one), and
 * are {@link Double#NaN} where there are no values. In milliseconds up to an hour, or in tokens per second up to 3.6 million,
 * as whoever gives it says; what is beyond counts as that much.
 */
public final class Distribution {
    /** Nanoseconds to milliseconds; millionths to wholes. */
    private static final double SCALE = 1e-6;

    private final @Nullable Histogram histogram;

    /** Of a histogram that is not empty, or of none. */
    Distribution(@Nullable Histogram histogram) {
        this.histogram = histogram;
    }

    /** The number of values. */
    public long count() {
        return histogram == null ? 0 : histogram.getTotalCount();
    }

    public double mean() {
        return histogram == null ? Double.NaN : histogram.getMean() * SCALE;
    }

    /**
     * The value that a share of all values does not exceed.
     *
     * @param share from 0 to 1, such as 0.95
     */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A quantile is asked for by a share from 0 to 1: " + share);
        }
        if (histogram == null) {
            return Double.NaN;
        }
        return histogram.medianEquivalentValue(histogram.getValueAtPercentile(share * 100)) * SCALE;
    }

    public double p50() {
        return quantile(0.50);
    }

    public double p95() {
        return quantile(0.95);
    }

    public double p99() {
        return quantile(0.99);
    }

    public double max() {
        return quantile(1);
    }

    @Override
    public String toString() {
        return "Distribution[" + count() + " values, p50 " + p50() + ", p95 " + p95() + ", p99 " + p99() + "]";
    }
}

package io.agenticraft.benchmark.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * Many samples of one thing, in bounded memory: each is kept with an error of at most 0.1 %. Not for use by several
 * threads. Values are in the unit that the distribution was made with, such as milliseconds.
 */
public final class Distribution {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double THOUSANDTHS = 1000;

    private final Histogram samples = new Histogram(SIGNIFICANT_DIGITS);
    private final double rawPerUnit;

    private Distribution(double rawPerUnit) {
        this.rawPerUnit = rawPerUnit;
    }

    /** Of durations: recorded in nanoseconds, read in milliseconds. */
    public static Distribution ofDurations() {
        return new Distribution(NANOS_PER_MILLI);
    }

    /** Of rates: recorded in thousandths, read in wholes. */
    public static Distribution ofRates() {
        return new Distribution(THOUSANDTHS);
    }

    /** Adds a sample, in nanoseconds or thousandths; what is negative counts as 0. */
    public void record(long raw) {
        samples.recordValue(Math.max(0, raw));
    }

    /** How many samples there are. */
    public long count() {
        return samples.getTotalCount();
    }

    /** The sample below which the share {@code fraction} of all lies; null where n is too small to tell. */
    public @Nullable Double quantile(Quantile quantile) {
        return count() < quantile.minimum() ? null : Double.valueOf(at(rank(quantile.fraction())));
    }

    /** Where the true quantile lies with 95 % confidence, by order statistics; null where n is too small to tell. */
    public @Nullable Interval interval(Quantile quantile) {
        Ranks ranks = Ranks.of(count(), quantile.fraction());
        return ranks == null || count() < quantile.minimum() ? null : new Interval(at(ranks.low()), at(ranks.high()));
    }

    /** The smallest sample that at least this share of the samples does not exceed; 0 where there is none. */
    public double atFraction(double fraction) {
        return count() == 0 ? 0 : at(rank(fraction));
    }

    public @Nullable Double mean() {
        return count() == 0 ? null : Double.valueOf(samples.getMean() / rawPerUnit);
    }

    public @Nullable Double min() {
        return count() == 0 ? null : Double.valueOf(samples.getMinValue() / rawPerUnit);
    }

    public @Nullable Double max() {
        return count() == 0 ? null : Double.valueOf(samples.getMaxValue() / rawPerUnit);
    }

    /** All different values, ascending, each with how many samples do not exceed it. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (HistogramIterationValue value : samples.recordedValues()) {
            steps.add(new Step(value.getValueIteratedTo() / rawPerUnit, value.getTotalCountToThisValue()));
        }
        return steps;
    }

    private long rank(double fraction) {
        // Rounded first: 0.999 * 1000 must not become 999.0000000000001 and then 1000.
        double exact = Math.rint(fraction * count() * 1e9) / 1e9;
        return Math.max(1, (long) Math.ceil(exact));
    }

    private double at(long rank) {
        // In the middle between two ranks, where no rounding can lead to the next sample.
        return samples.getValueAtPercentile(100 * (rank - 0.5) / count()) / rawPerUnit;
    }

    /**
     * A value that occurred.
     *
     * @param value the value
     * @param count how many samples are no larger
     */
    public record Step(double value, long count) {}
}

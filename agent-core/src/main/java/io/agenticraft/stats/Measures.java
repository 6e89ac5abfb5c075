package io.agenticraft.stats;

import io.agenticraft.model.Usage;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts and distributions that can be summed and subtracted. Not safe for use by several threads at once. */
final class Measures {
    /** Two digits and the middle of a bucket: quantiles are off by 0.4 % at most. */
    private static final int DIGITS = 2;

    private static final long LOWEST = 64;
    private static final long HIGHEST = 3_600_000_000_000L;
    private static final double SPEED_UNIT = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] counts = new long[Count.SIZE];
    private final long[] errors = new long[ErrorTypes.size()];
    private final @Nullable Histogram[] histograms = new @Nullable Histogram[Kind.SIZE];
    private double cost;

    /** A time below zero, which a clock that was set back makes, counts as none. */
    void succeeded(long nanos, long firstToken, Usage usage, double usd) {
        long latency = Math.max(0, nanos);
        count(Count.SUCCEEDED, 1);
        count(Count.LATENCY, latency);
        record(Kind.LATENCY, latency);
        if (firstToken >= 0) {
            record(Kind.FIRST_TOKEN, firstToken);
        }
        Long output = usage.outputTokens();
        if (output != null && output > 0 && latency > 0) {
            record(Kind.SPEED, (long) (output * SPEED_UNIT * NANOS_PER_SECOND / latency));
        }
        used(usage, usd);
    }

    void failed(int error, long nanos) {
        count(Count.FAILED, 1);
        count(Count.FAILURE_TIME, Math.max(0, nanos));
        errors[error]++;
    }

    void cancelled() {
        count(Count.CANCELLED, 1);
        count(Count.UNPRICED, 1);
    }

    void used(Usage usage, double usd) {
        if (usage.inputTokens() != null && usage.outputTokens() != null) {
            count(Count.TOLD_USAGE, 1);
        }
        count(Count.INPUT_TOKENS, orZero(usage.inputTokens()));
        count(Count.OUTPUT_TOKENS, orZero(usage.outputTokens()));
        count(Count.CACHE_READ_TOKENS, orZero(usage.cacheReadTokens()));
        count(Count.CACHE_WRITE_TOKENS, orZero(usage.cacheWriteTokens()));
        count(Count.REASONING_TOKENS, orZero(usage.reasoningTokens()));
        if (usd < 0) {
            count(Count.UNPRICED, 1);
        } else {
            cost += usd;
        }
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    private void count(int what, long amount) {
        counts[what] += amount;
    }

    void record(int kind, long value) {
        own(kind).recordValue(Math.max(0, Math.min(value, HIGHEST)));
    }

    private Histogram own(int kind) {
        Histogram histogram = histograms[kind];
        if (histogram == null) {
            histogram = new Histogram(LOWEST, HIGHEST, DIGITS);
            histograms[kind] = histogram;
        }
        return histogram;
    }

    /** The distribution's values, or null where there are none. */
    @Nullable
    Histogram histogram(int kind) {
        Histogram histogram = histograms[kind];
        return histogram == null || histogram.getTotalCount() == 0 ? null : histogram;
    }

    void add(Measures other) {
        addTotals(other, 1);
        for (int i = 0; i < Kind.SIZE; i++) {
            Histogram theirs = other.histogram(i);
            if (theirs != null) {
                own(i).add(theirs);
            }
        }
    }

    /** Takes away what {@code earlier} had already; it must be an earlier state of the same series. */
    void subtract(Measures earlier) {
        addTotals(earlier, -1);
        for (int i = 0; i < Kind.SIZE; i++) {
            Histogram theirs = earlier.histogram(i);
            if (theirs != null) {
                subtract(i, theirs);
            }
        }
    }

    void subtract(int kind, Histogram earlier) {
        own(kind).subtract(earlier);
    }

    /** Adds or takes away all but the distributions. */
    void addTotals(Measures other, int sign) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += sign * other.counts[i];
        }
        for (int i = 0; i < errors.length; i++) {
            errors[i] += sign * other.errors[i];
        }
        cost += sign * other.cost;
    }

    long count(int what) {
        return counts[what];
    }

    long errors(int type) {
        return errors[type];
    }

    /** In USD; sums of differences may end a little below zero. */
    double cost() {
        return Math.max(0, cost);
    }

    Distribution distribution(int kind) {
        return new Distribution(histogram(kind));
    }
}

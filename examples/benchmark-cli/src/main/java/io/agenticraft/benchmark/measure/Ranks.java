package io.agenticraft.benchmark.measure;

import org.jspecify.annotations.Nullable;

/**
 * Two of n sorted samples between which a quantile lies with a confidence of at least 95 %, whatever the distribution.
 * The number of samples below the true quantile is binomial; each end is left out with at most 2.5 %. See G. J. Hahn and
 * W. Q. Meeker, "Statistical Intervals", Wiley 1991, section 5.2, or J.-Y. Le Boudec, "Performance Evaluation of Computer
 * and Communication Systems", EPFL Press 2010, theorem 2.1. Samples are taken as independent, which those of a loaded
 * service are only nearly.
 *
 * @param low counts from 1
 * @param high counts from 1
 */
record Ranks(long low, long high) {
    private static final double TAIL = (1 - Interval.CONFIDENCE) / 2;

    /** The ranks, or null where n samples are too few. */
    static @Nullable Ranks of(long n, double fraction) {
        long low = lowerTail(n, fraction);
        // What is above the quantile is binomial too: the upper end is the lower one, counted from the other side.
        long high = n + 1 - lowerTail(n, 1 - fraction);
        return low < 1 || high > n ? null : new Ranks(low, high);
    }

    /** The largest k for which fewer than k successes of n have a probability of at most {@link #TAIL}; 0 for none. */
    private static long lowerTail(long n, double success) {
        double odds = Math.log(success) - Math.log1p(-success);
        double logProbability = n * Math.log1p(-success);
        double sum = 0;
        for (long k = 0; k < n; k++) {
            sum += Math.exp(logProbability);
            if (sum > TAIL) {
                return k;
            }
            logProbability += Math.log((double) (n - k) / (k + 1)) + odds;
        }
        return n;
    }
}

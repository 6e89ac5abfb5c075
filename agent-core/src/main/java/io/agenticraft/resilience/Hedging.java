package io.agenticraft.resilience;

import java.time.Duration;

/**
 * When a second call is made because the first is slow. The first answer of both counts, and the other call is cancelled.
 * For a stream the wait for its first piece is what counts, for a whole answer that for the end.
 *
 * @param quantile a call is slow once it takes longer than this part of the target's recent ones, above 0 and below 1
 * @param floor and longer than this
 * @param minimumSamples how many recent ones must be known; before that nothing is hedged
 * @param maxShare how many calls may be hedged, as a part of all, above 0 and at most 1
 * @param window how many calls back unused hedges are kept for; bounds how many may come at once
 * @param elsewhere whether the second call goes to the next target instead of the same one, where there is one and the run
 *     is not yet bound to a target
 */
public record Hedging(
        double quantile, Duration floor, int minimumSamples, double maxShare, int window, boolean elsewhere) {
    private static final Hedging DEFAULT = new Hedging(0.95, Duration.ofMillis(50), 20, 0.1, 100, false);

    public Hedging {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("quantile must be above 0 and below 1: " + quantile);
        }
        if (!(maxShare > 0 && maxShare <= 1)) {
            throw new IllegalArgumentException("maxShare must be above 0 and at most 1: " + maxShare);
        }
        Require.notNegative("floor", floor);
        Require.atLeast(1, "minimumSamples", minimumSamples);
        if (minimumSamples > RecentTimes.SIZE) {
            throw new IllegalArgumentException(
                    "minimumSamples must be at most " + RecentTimes.SIZE + ": " + minimumSamples);
        }
        Require.atLeast(1, "window", window);
    }

    /** After the 95th percentile of at least 20 recent calls, not before 50 ms; at most 10 % of the calls; same target. */
    public static Hedging defaults() {
        return DEFAULT;
    }

    public Hedging withQuantile(double value) {
        return new Hedging(value, floor, minimumSamples, maxShare, window, elsewhere);
    }

    public Hedging withFloor(Duration value) {
        return new Hedging(quantile, value, minimumSamples, maxShare, window, elsewhere);
    }

    public Hedging withMinimumSamples(int value) {
        return new Hedging(quantile, floor, value, maxShare, window, elsewhere);
    }

    public Hedging withMaxShare(double value) {
        return new Hedging(quantile, floor, minimumSamples, value, window, elsewhere);
    }

    public Hedging withWindow(int value) {
        return new Hedging(quantile, floor, minimumSamples, maxShare, value, elsewhere);
    }

    public Hedging withElsewhere(boolean value) {
        return new Hedging(quantile, floor, minimumSamples, maxShare, window, value);
    }
}

package io.agenticraft.benchmark.measure;

/** The quantiles that are reported, each with the number of samples without which it would be a guess. */
public enum Quantile {
    P50("p50", 0.5, 2),
    P90("p90", 0.9, 10),
    P99("p99", 0.99, 100),
    P999("p99.9", 0.999, 1000);

    private final String label;
    private final double fraction;
    private final long minimum;

    Quantile(String label, double fraction, long minimum) {
        this.label = label;
        this.fraction = fraction;
        this.minimum = minimum;
    }

    /** Such as {@code p99.9}. */
    public String label() {
        return label;
    }

    /** The share of samples below it, 0 to 1. */
    public double fraction() {
        return fraction;
    }

    /** The smallest number of samples of which at least one is expected to lie above it. */
    public long minimum() {
        return minimum;
    }
}

package io.agenticraft.benchmark.measure;

/** A range that holds the true value with a confidence of at least {@value #CONFIDENCE}. */
public record Interval(double low, double high) {
    /** The confidence of all intervals here. */
    public static final double CONFIDENCE = 0.95;
}

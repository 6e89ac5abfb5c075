package io.agenticraft.selection;

/** An average in which a value counts less the more came after it, and the longer ago it was. */
final class Average {
    /** The newest value's weight: after 8 values the average has gone 94 % of the way to a new level. */
    static final double WEIGHT = 0.3;

    private double value;
    private double evidence;

    /**
     * Takes a value.
     *
     * @param freshness what is left of the older values' evidence, 0 to 1
     */
    void add(double next, double freshness) {
        evidence = evidence * freshness + 1;
        value += Math.max(WEIGHT, 1 / evidence) * (next - value);
    }

    /** The average, drawn towards {@code prior} by the lack of evidence. */
    double or(double prior, double freshness) {
        double known = evidence * freshness;
        return prior + known / (known + 1) * freshness * (value - prior);
    }
}

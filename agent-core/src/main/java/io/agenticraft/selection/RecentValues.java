package io.agenticraft.selection;

import java.util.Arrays;

/** The last 64 values, kept sorted as well, so that their quantiles are at hand. */
final class RecentValues {
    private static final int SIZE = 64;
    private static final double HIGH = 0.95;

    private final double[] byAge = new double[SIZE];
    private final double[] sorted = new double[SIZE];
    private int count;
    private int oldest;

    void add(double value) {
        if (count == SIZE) {
            remove(byAge[oldest]);
        }
        byAge[oldest] = value;
        oldest = (oldest + 1) % SIZE;
        int place = place(value);
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = value;
        count++;
    }

    private void remove(double value) {
        int place = place(value);
        System.arraycopy(sorted, place + 1, sorted, place, count - place - 1);
        count--;
    }

    private int place(double value) {
        int found = Arrays.binarySearch(sorted, 0, count, value);
        return found < 0 ? -found - 1 : found;
    }

    void clear() {
        count = 0;
        oldest = 0;
    }

    int count() {
        return count;
    }

    /** The value that 95 of 100 do not exceed, by nearest rank; there must be one. */
    double p95() {
        return sorted[(int) Math.ceil(HIGH * count) - 1];
    }
}

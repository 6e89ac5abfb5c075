package io.agenticraft.resilience;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** The last {@value #SIZE} times that something took, and one quantile of them. Its memory is fixed. */
final class RecentTimes {
    static final int SIZE = 256;

    /** Sorting takes microseconds: so many new times may come before it is done again. */
    private static final int REFRESH = 16;

    private final double quantile;
    private final int minimum;
    private final AtomicLongArray times = new AtomicLongArray(SIZE);
    private final AtomicLong count = new AtomicLong();
    private volatile long countWhenKnown;
    private volatile long known = -1;

    RecentTimes(double quantile, int minimum) {
        this.quantile = quantile;
        this.minimum = minimum;
    }

    void record(long nanos) {
        times.set((int) (count.getAndIncrement() & (SIZE - 1)), nanos);
    }

    /** The quantile in nanoseconds; negative while too few times are known. */
    long quantile() {
        long counted = count.get();
        if (counted >= minimum && (known < 0 || counted - countWhenKnown >= REFRESH)) {
            countWhenKnown = counted;
            known = of((int) Math.min(counted, SIZE));
        }
        return known;
    }

    private long of(int size) {
        long[] sorted = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = times.get(i);
        }
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(quantile * size) - 1];
    }
}

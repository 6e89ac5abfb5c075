package io.agenticraft.admission;

import java.time.Duration;
import java.util.Arrays;

/**
 * Counts what was let through lately, so that no window of its length, wherever it begins, ever holds more than the limit.
 * Time is cut into slots; what a slot let through counts until the whole window has passed after the slot's end, which costs
 * less than a 200th of the throughput. Fixed memory; not safe for use by many threads.
 */
final class SlidingWindow {
    private static final int SLOTS = 240;

    private final long limit;
    private final long slotNanos;
    private final long originNanos;
    private final long[] counts = new long[SLOTS + 1];
    private long newest;
    private long sum;

    SlidingWindow(long limit, Duration length, long nowNanos) {
        this.limit = limit;
        this.slotNanos = Math.max(1, (length.toNanos() + SLOTS - 1) / SLOTS);
        this.originNanos = nowNanos;
    }

    /** No request is larger than the window: it would wait for ever. */
    long fitting(long amount) {
        return Math.min(amount, limit);
    }

    /** Takes an amount. Returns the slot that holds it, for {@link #adjust}. */
    long take(long amount, long nowNanos) {
        advance(nowNanos);
        counts[index(newest)] += fitting(amount);
        sum += fitting(amount);
        return newest;
    }

    /** What was taken as {@code estimate} was {@code real}. No matter once the window has passed. */
    void adjust(long slot, long estimate, long real, long nowNanos) {
        advance(nowNanos);
        if (slot >= newest - SLOTS) {
            long delta = Math.max(real - fitting(estimate), -counts[index(slot)]);
            counts[index(slot)] += delta;
            sum += delta;
        }
    }

    long used(long nowNanos) {
        advance(nowNanos);
        return sum;
    }

    /** In how many nanoseconds the amount fits if nothing else is taken meanwhile; 0: now. Larger ones take several windows. */
    long waitFor(long amount, long nowNanos) {
        advance(nowNanos);
        long windows = (amount - 1) / limit;
        long rest = amount - windows * limit;
        long excess = sum + rest - limit;
        long extra = windows * (SLOTS + 1) * slotNanos;
        if (excess <= 0) {
            return extra;
        }
        for (long slot = newest - SLOTS; slot <= newest; slot++) {
            excess -= slot < 0 ? 0 : counts[index(slot)];
            if (excess <= 0) {
                return extra + Math.max(1, (slot + SLOTS + 1) * slotNanos - (nowNanos - originNanos));
            }
        }
        return extra + (SLOTS + 1) * slotNanos;
    }

    private void advance(long nowNanos) {
        long slot = (nowNanos - originNanos) / slotNanos;
        if (slot - newest > SLOTS) {
            Arrays.fill(counts, 0);
            sum = 0;
            newest = slot;
            return;
        }
        while (newest < slot) {
            newest++;
            sum -= counts[index(newest)];
            counts[index(newest)] = 0;
        }
    }

    private static int index(long slot) {
        return (int) (slot % (SLOTS + 1));
    }
}

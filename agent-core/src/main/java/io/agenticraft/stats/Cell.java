package io.agenticraft.stats;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One stripe of a series: what it has measured since the beginning, and what it had at the beginning of the last few
 * slots of time. A thread acquires it, writes plain fields and releases it.
 */
final class Cell {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Slots slots;
    private final Measures measures = new Measures();
    private final @Nullable Moment[] past;
    private int newest;
    private boolean begun;
    private long slotEnd;
    private long earliest;

    /** What had been measured when the first recording within a slot came, and so when the slot began. */
    private record Moment(long slot, Kept before) {}

    Cell(Slots slots) {
        this.slots = slots;
        past = new @Nullable Moment[slots.number()];
    }

    boolean tryAcquire() {
        return !busy.getPlain() && busy.compareAndSet(false, true);
    }

    void acquire() {
        for (int spins = 1; !tryAcquire(); spins++) {
            if (spins % 64 == 0) {
                LockSupport.parkNanos(1);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    void release() {
        busy.setRelease(false);
    }

    /** The measures, for something that ended now. Only between acquiring and releasing, as all that follows. */
    Measures at(long nanos) {
        if (!begun || nanos - slotEnd >= 0 || nanos - earliest < 0) {
            turn(slots.of(nanos));
        }
        return measures;
    }

    private void turn(long slot) {
        begun = true;
        slotEnd = slots.end(slot);
        // Threads may come a little late with what ended before, but a whole window late comes only a clock set back.
        earliest = slotEnd - slots.nanos() * slots.number();
        newest = (newest + 1) % past.length;
        past[newest] = new Moment(slot, new Kept(measures));
    }

    void addTo(Measures sum) {
        sum.add(measures);
    }

    /** Adds what was measured since a slot began, which is one of the last {@link Slots#number()}. */
    void addSince(long slot, Measures sum) {
        // Later ones than a window from now are of before the clock was set back.
        long last = slot + 2L * slots.number();
        Moment from = null;
        for (Moment moment : past) {
            if (moment != null
                    && moment.slot >= slot
                    && moment.slot < last
                    && (from == null || moment.slot < from.slot)) {
                from = moment;
            }
        }
        if (from != null) {
            sum.add(measures);
            from.before.takeFrom(sum);
        }
    }
}

package io.agenticraft.budget;

import java.time.Duration;
import java.time.Instant;

/** The last so many slots and the one under way. */
final class RollingWindow extends Window {
    private static final int SLOTS = 60;

    private final Duration length;
    private final long slotMillis;

    RollingWindow(Duration length) {
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A budget's window is at least 1 s long, not " + length);
        }
        this.length = length;
        this.slotMillis = (length.toMillis() + SLOTS - 1) / SLOTS;
    }

    @Override
    long slot(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), slotMillis);
    }

    @Override
    long oldest(long slot) {
        return slot - SLOTS;
    }

    @Override
    Instant expiry(long slot) {
        return Instant.ofEpochMilli((slot + SLOTS + 1) * slotMillis);
    }

    @Override
    public String toString() {
        return "the last " + length;
    }
}

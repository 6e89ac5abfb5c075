package io.agenticraft.resilience;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the second calls: each first call pays in a part of one, and what is saved up is bounded too. */
final class HedgeCap {
    private static final long ONE = 1_000_000;

    private final long perCall;
    private final long most;
    private final AtomicLong saved = new AtomicLong();

    HedgeCap(double maxShare, int window) {
        perCall = Math.round(maxShare * ONE);
        most = Math.max(ONE, perCall * window);
    }

    /** A call is made. */
    void earn() {
        add(perCall);
    }

    /** Whether a second call may be made; if so it counts as made. */
    boolean take() {
        long now = saved.get();
        while (now >= ONE) {
            if (saved.compareAndSet(now, now - ONE)) {
                return true;
            }
            now = saved.get();
        }
        return false;
    }

    /** It was not made after all. */
    void giveBack() {
        add(ONE);
    }

    private void add(long amount) {
        long now = saved.get();
        while (now < most && !saved.compareAndSet(now, Math.min(most, now + amount))) {
            now = saved.get();
        }
    }
}

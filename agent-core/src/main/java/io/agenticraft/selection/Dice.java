package io.agenticraft.selection;

import java.util.concurrent.atomic.AtomicLong;

/** Random numbers that many threads draw, the same ones under the same seed: SplitMix64. */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final AtomicLong state;

    Dice(long seed) {
        state = new AtomicLong(seed);
    }

    /** From 0 to 1, without 1. */
    double next() {
        long z = state.addAndGet(GAMMA);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * UNIT;
    }
}

package io.agenticraft.stats;

/**
 * Cuts time into slots, of which a few make a window.
 *
 * @param origin the reading of the clock at which slot 0 begins
 * @param nanos a slot's length
 * @param number how many make a window
 */
record Slots(long origin, long nanos, int number) {

    long of(long now) {
        return Math.floorDiv(now - origin, nanos);
    }

    /** The reading of the clock at which a slot ends. */
    long end(long slot) {
        return origin + (slot + 1) * nanos;
    }

    /** The first slot of the window that ends now. */
    long first(long now) {
        return of(now) - number + 1;
    }
}

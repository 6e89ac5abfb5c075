package io.agenticraft.budget;

import org.jspecify.annotations.Nullable;

/**
 * Whether a call may be paid for.
 *
 * @param held where its reservation is held, from where it is settled
 * @param denial what is in the way, or null
 */
record Verdict(Held held, @Nullable Denial denial) {
    static final Verdict LOCALLY = new Verdict(Held.LOCALLY, null);
    static final Verdict SHARED = new Verdict(Held.SHARED, null);
    static final Verdict UNCHECKED = new Verdict(Held.NOWHERE, null);
    static final Verdict UNAVAILABLE = new Verdict(Held.UNKNOWN, null);

    enum Held {
        LOCALLY,
        SHARED,
        /** Nobody checked. */
        NOWHERE,
        /** Nobody could check, and the call must not pass. */
        UNKNOWN
    }

    /**
     * An account that has not enough left.
     *
     * @param money whether it lacks money rather than tokens
     * @param limit how much it has in all
     * @param spent how much of it is spent or reserved
     * @param oldestSpent the oldest slot in which something was spent
     */
    record Denial(Line line, boolean money, long limit, long spent, long oldestSpent) {}

    static Verdict denied(Denial denial) {
        return new Verdict(Held.NOWHERE, denial);
    }
}

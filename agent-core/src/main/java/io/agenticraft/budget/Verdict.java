package io.agenticraft.budget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call may be paid for.
 *
 * @param held where its reservation is held, from where it is settled
 * @param denial what is in the way, or null
 * @param hashes for each line the name of the hash on the server that holds its reservation, if one does
 */
record Verdict(Held held, @Nullable Denial denial, List<String> hashes) {
    static final Verdict LOCALLY = new Verdict(Held.LOCALLY, null, List.of());
    static final Verdict UNCHECKED = new Verdict(Held.NOWHERE, null, List.of());
    static final Verdict UNAVAILABLE = new Verdict(Held.UNKNOWN, null, List.of());

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

    static Verdict shared(List<String> hashes) {
        return new Verdict(Held.SHARED, null, hashes);
    }

    static Verdict denied(Denial denial) {
        return new Verdict(Held.NOWHERE, denial, List.of());
    }
}

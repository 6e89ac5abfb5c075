package io.agenticraft.budget;

/**
 * What happens to calls while a shared store cannot be asked.
 *
 * @param kind what
 * @param share with {@link Kind#LOCAL_SHARE} the part of each budget that this process may spend meanwhile, 0 to 1
 */
public record Outage(Kind kind, double share) {
    public Outage {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share is from 0 to 1, not " + share);
        }
    }

    /** Calls are refused with a {@link BudgetUnavailableException}: no budget is ever exceeded. */
    public static Outage refuse() {
        return new Outage(Kind.REFUSE, 0);
    }

    /** Calls pass and are counted: see {@link BudgetStats#unchecked}. What they spend is booked if the store is back by then. */
    public static Outage allow() {
        return new Outage(Kind.ALLOW, 1);
    }

    /**
     * Each process spends from a part of each budget of its own: with 10 processes and a share of 0.1 an outage lets at most
     * one more budget be spent.
     */
    public static Outage localShare(double share) {
        return new Outage(Kind.LOCAL_SHARE, share);
    }

    /** What happens. */
    public enum Kind {
        REFUSE,
        ALLOW,
        LOCAL_SHARE
    }
}

package io.agenticraft.budget;

import io.agenticraft.policy.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A budget has not enough left for a call; nothing was sent. */
public final class BudgetExceededException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final transient Verdict.Denial denial;
    private final Instant resetsAt;
    private final @Nullable Duration retryAfter;

    private BudgetExceededException(
            String message, Verdict.Denial denial, Instant resetsAt, @Nullable Duration retryAfter) {
        super(message);
        this.denial = denial;
        this.resetsAt = resetsAt;
        this.retryAfter = retryAfter;
    }

    static BudgetExceededException of(Verdict.Denial denial, Instant now) {
        Instant resetsAt = denial.line().budget().window().expiry(denial.oldestSpent());
        long needed = needed(denial);
        String message = "The budget " + denial.line().budget().name() + whose(denial) + " is "
                + text(denial, denial.limit()) + " for "
                + denial.line().budget().window() + "; "
                + text(denial, denial.spent()) + " are spent or reserved, and the call may take " + text(denial, needed)
                + ". It resets at " + resetsAt;
        Duration wait = Duration.between(now, resetsAt);
        // What is more than the whole budget never passes.
        return new BudgetExceededException(
                message, denial, resetsAt, needed > denial.limit() || wait.isNegative() ? null : wait);
    }

    private static long needed(Verdict.Denial denial) {
        return denial.money() ? denial.line().nanoUsd() : denial.line().tokens();
    }

    private static String whose(Verdict.Denial denial) {
        Account account = denial.line().account();
        return (account.tenant() == null ? "" : " of tenant \"" + account.tenant() + "\"")
                + (account.agent() == null ? "" : " of agent \"" + account.agent() + "\"");
    }

    private static String text(Verdict.Denial denial, long amount) {
        return denial.money() ? Money.text(amount) : amount + " tokens";
    }

    /** The budget's name. */
    public String budget() {
        return denial.line().budget().name();
    }

    /** Whose account it is, or null where tenants share it; empty: calls without a tenant. */
    public @Nullable String tenant() {
        return denial.line().account().tenant();
    }

    /** Whose account it is, or null where agents share it. */
    public @Nullable String agent() {
        return denial.line().account().agent();
    }

    /** Whether money is lacking, and the amounts are billionths of a US dollar; else tokens. */
    public boolean isMoney() {
        return denial.money();
    }

    /** How much there is in all. */
    public long limit() {
        return denial.limit();
    }

    /** How much of it is spent, or reserved for calls in flight. */
    public long spent() {
        return denial.spent();
    }

    /** How much the call may have taken. */
    public long needed() {
        return needed(denial);
    }

    /** When what is spent ceases to count, in a rolling window the first of it. */
    public Instant resetsAt() {
        return resetsAt;
    }

    /** Until {@link #resetsAt}; null where the call is too large for the whole budget. */
    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** No: the budget is not this target's. */
    @Override
    public boolean mayPassElsewhere() {
        return false;
    }
}

package io.agenticraft.budget;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was spent of a budget in its window, calls in flight included with what was reserved for them.
 *
 * @param budget the budget's name
 * @param tenant whose account it is, or null where tenants share it; empty: calls without a tenant
 * @param agent whose account it is, or null where agents share it
 * @param nanoUsd money, in billionths of a US dollar
 * @param limitNanoUsd its limit, or {@link Budget#ANY}
 * @param tokens tokens of both directions
 * @param limitTokens their limit, or {@link Budget#ANY}
 * @param resetsAt when all of it, or in a rolling window the first of it, ceases to count
 */
public record Spend(
        String budget,
        @Nullable String tenant,
        @Nullable String agent,
        long nanoUsd,
        long limitNanoUsd,
        long tokens,
        long limitTokens,
        Instant resetsAt) {
    private static final int NANO_DIGITS = 9;

    /** Money in US dollars. */
    public BigDecimal usd() {
        return BigDecimal.valueOf(nanoUsd, NANO_DIGITS);
    }

    static Spend of(Line line, long nanoUsd, long tokens, long oldestSpent) {
        Budget budget = line.budget();
        return new Spend(
                budget.name(),
                line.account().tenant(),
                line.account().agent(),
                nanoUsd,
                budget.nanoUsd(),
                tokens,
                budget.tokens(),
                budget.window().expiry(oldestSpent));
    }
}

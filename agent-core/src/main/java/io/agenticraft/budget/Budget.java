package io.agenticraft.budget;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much may be spent in a window: by all, by each tenant or agent for itself, or by a single one.
 *
 * @param name tells budgets apart, also on a shared store: it is not to change while the budget is in use
 * @param window the time that it is for
 * @param perTenant whether each tenant has it for itself; calls without a tenant count as one more
 * @param perAgent whether each agent has it for itself
 * @param tenant the only tenant that it concerns, or null
 * @param agent the only agent that it concerns, or null
 * @param nanoUsd the limit in billionths of a US dollar, or {@link #ANY}
 * @param tokens the limit in tokens of both directions, or {@link #ANY}
 */
public record Budget(
        String name,
        Window window,
        boolean perTenant,
        boolean perAgent,
        @Nullable String tenant,
        @Nullable String agent,
        long nanoUsd,
        long tokens) {
    /** No limit. */
    public static final long ANY = Long.MAX_VALUE;

    /** Larger sums are not exact in a script of Redis. */
    static final long MOST = 9_000_000_000_000_000L;

    public Budget {
        Objects.requireNonNull(window, "window");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A budget needs a name");
        }
        checkLimit(name, "nanoUsd", nanoUsd);
        checkLimit(name, "tokens", tokens);
    }

    private static void checkLimit(String name, String what, long value) {
        if (value != ANY && (value < 0 || value > MOST)) {
            throw new IllegalArgumentException("The budget " + name + " has a limit of " + value + " " + what
                    + "; it is from 0 to " + MOST + ", which is 9 million dollars");
        }
    }

    /** A budget that all calls share, and that has no limit yet. */
    public static Budget of(String name, Window window) {
        return new Budget(name, window, false, false, null, null, ANY, ANY);
    }

    /** The same with a limit of money, such as {@code "2.50"}. */
    public Budget usd(String value) {
        return new Budget(name, window, perTenant, perAgent, tenant, agent, Money.nanos(new BigDecimal(value)), tokens);
    }

    /** The same with a limit of tokens. */
    public Budget tokens(long value) {
        return new Budget(name, window, perTenant, perAgent, tenant, agent, nanoUsd, value);
    }

    /** The same for each tenant. */
    public Budget eachTenant() {
        return new Budget(name, window, true, perAgent, tenant, agent, nanoUsd, tokens);
    }

    /** The same for each agent. */
    public Budget eachAgent() {
        return new Budget(name, window, perTenant, true, tenant, agent, nanoUsd, tokens);
    }

    /** The same for one tenant alone. */
    public Budget onlyTenant(String value) {
        return new Budget(name, window, perTenant, perAgent, Objects.requireNonNull(value), agent, nanoUsd, tokens);
    }

    /** The same for one agent alone. */
    public Budget onlyAgent(String value) {
        return new Budget(name, window, perTenant, perAgent, tenant, Objects.requireNonNull(value), nanoUsd, tokens);
    }

    boolean concerns(@Nullable String callsTenant, @Nullable String callsAgent) {
        return (tenant == null || tenant.equals(callsTenant)) && (agent == null || agent.equals(callsAgent));
    }

    boolean limitsMoney() {
        return nanoUsd != ANY;
    }
}

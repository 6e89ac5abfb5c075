package io.agenticraft.budget;

import org.jspecify.annotations.Nullable;

/**
 * Who spends from a budget.
 *
 * @param tenant null where tenants share it
 * @param agent null where agents share it
 */
record Account(
        Budget budget, @Nullable String tenant, @Nullable String agent) {
    static Account of(Budget budget, @Nullable String tenant, @Nullable String agent) {
        return new Account(
                budget,
                budget.perTenant() ? known(tenant) : budget.tenant(),
                budget.perAgent() ? known(agent) : budget.agent());
    }

    private static String known(@Nullable String name) {
        return name == null ? "" : name;
    }
}

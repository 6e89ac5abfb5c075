package io.agenticraft.budget;

/**
 * What became of calls under budgets.
 *
 * @param granted calls that were sent
 * @param refused calls for which a budget had not enough left, or a price was missing
 * @param unavailable calls that were refused because the shared store could not be asked
 * @param unchecked calls that were sent although the shared store could not be asked
 * @param onLocalShare calls that were paid from this process's own share meanwhile
 * @param unbooked ended calls whose real usage could not be told to the shared store; it counts them as reserved
 */
public record BudgetStats(
        long granted, long refused, long unavailable, long unchecked, long onLocalShare, long unbooked) {}

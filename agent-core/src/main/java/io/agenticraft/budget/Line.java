package io.agenticraft.budget;

/**
 * What one call takes from one account.
 *
 * @param slot where it is booked
 * @param oldest the oldest slot that counts beside it
 */
record Line(Account account, long slot, long oldest, long nanoUsd, long tokens) {
    Budget budget() {
        return account.budget();
    }
}

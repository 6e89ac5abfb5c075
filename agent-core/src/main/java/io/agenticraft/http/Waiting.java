package io.agenticraft.http;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who waits for a connection of a pool, in order. Those whose last connection was stale want a new one, and come before
 * all others when one has been opened. Guarded by its {@link Slots}.
 */
final class Waiting {
    private final Set<Waiter> renewing = new LinkedHashSet<>();
    private final Set<Waiter> others = new LinkedHashSet<>();

    int size() {
        return renewing.size() + others.size();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** Whether anybody takes a connection that has served another call. */
    boolean takesUsed() {
        return !others.isEmpty();
    }

    void add(Waiter waiter) {
        others.add(waiter);
    }

    void addRenewing(Waiter waiter) {
        renewing.add(waiter);
    }

    /** Lets a waiter out; answers whether it was in. */
    boolean remove(Waiter waiter) {
        return others.remove(waiter) || renewing.remove(waiter);
    }

    /** How many get a new connection before a waiter; all, if it is not in. */
    int rank(Waiter waiter) {
        int rank = 0;
        for (Waiter other : renewing) {
            if (other == waiter) {
                return rank;
            }
            rank++;
        }
        for (Waiter other : others) {
            if (other == waiter) {
                return rank;
            }
            rank++;
        }
        return rank;
    }

    /** Lets the one out that gets a new connection. */
    Waiter next() {
        return first(renewing.isEmpty() ? others : renewing);
    }

    /** Lets the one out that gets a used connection. */
    Waiter nextForUsed() {
        return first(others);
    }

    private static Waiter first(Set<Waiter> waiters) {
        Iterator<Waiter> order = waiters.iterator();
        Waiter first = order.next();
        order.remove();
        return first;
    }
}

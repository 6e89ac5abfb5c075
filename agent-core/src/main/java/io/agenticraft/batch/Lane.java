package io.agenticraft.batch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of one target. Not safe for use by many threads. */
final class Lane {
    final Concurrency concurrency;

    /** Its items that were read and have not ended. */
    int items;

    int inFlight;

    /** Its items that wait as long as the target asked: meanwhile nobody is sent to it. */
    int pauses;

    /** By tenant, what may be sent once there is room; the eldest first, for the others' results wait behind it. */
    private final Map<String, Queue<Item>> parked = new HashMap<>();

    Lane(int most) {
        concurrency = new Concurrency(most);
    }

    boolean hasRoom() {
        return pauses == 0 && inFlight < concurrency.now();
    }

    void park(Item item) {
        parked.computeIfAbsent(
                        item.tenant(), tenant -> new PriorityQueue<>(Comparator.comparingLong((Item one) -> one.index)))
                .add(item);
    }

    /** The eldest parked item whose tenant is not among those who wait, or null. */
    @Nullable
    Item eldest(Set<String> waiting) {
        Item eldest = null;
        for (Map.Entry<String, Queue<Item>> own : parked.entrySet()) {
            Item first = own.getValue().peek();
            if (first != null && (eldest == null || first.index < eldest.index) && !waiting.contains(own.getKey())) {
                eldest = first;
            }
        }
        return eldest;
    }

    /** @param item the eldest of its tenant */
    void unpark(Item item) {
        Queue<Item> own = parked.get(item.tenant());
        if (own != null) {
            own.remove(item);
            if (own.isEmpty()) {
                parked.remove(item.tenant());
            }
        }
    }
}

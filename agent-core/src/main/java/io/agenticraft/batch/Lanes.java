package io.agenticraft.batch;

import io.agenticraft.policy.RefusedException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may be run now. What a target asks for concerns the items that go there, and what a policy refuses to a tenant, such
 * as a budget, concerns that tenant's items; all others go on. Not safe for use by many threads.
 */
final class Lanes {
    private static final int MANY = 1_024;

    private final int most;
    private final Map<Object, Lane> lanes = new HashMap<>();

    /** How many of a tenant's items wait as they were asked to. */
    private final Map<String, Integer> waiting = new HashMap<>();

    private int inFlight;
    private int parked;

    Lanes(int most) {
        this.most = most;
    }

    private static boolean concernsTarget(Throwable failure) {
        return !(failure instanceof RefusedException refused) || refused.mayPassElsewhere();
    }

    int inFlight() {
        return inFlight;
    }

    /** How many items may be run at once now. */
    int concurrency() {
        long sum = 0;
        for (Lane lane : lanes.values()) {
            sum += lane.concurrency.now();
        }
        return lanes.isEmpty() ? most : (int) Math.min(most, sum);
    }

    /** Takes in an item that was just read. */
    void add(Item item, Object target) {
        if (lanes.size() >= MANY) {
            lanes.values().removeIf(lane -> lane.items == 0);
        }
        item.lane = lanes.computeIfAbsent(target, fresh -> new Lane(most));
        item.lane.items++;
    }

    boolean hasRoom() {
        return inFlight < most;
    }

    boolean admits(Item item) {
        return hasRoom() && item.lane().hasRoom() && !waiting.containsKey(item.tenant());
    }

    boolean hasParked() {
        return parked > 0;
    }

    void park(Item item) {
        parked++;
        item.lane().park(item);
    }

    /** The eldest parked item that may be run now, or null. It stays where it is. */
    @Nullable
    Item next() {
        Item eldest = null;
        if (parked > 0 && hasRoom()) {
            for (Lane lane : lanes.values()) {
                Item first = lane.hasRoom() ? lane.eldest(waiting.keySet()) : null;
                eldest = first != null && (eldest == null || first.index < eldest.index) ? first : eldest;
            }
        }
        return eldest;
    }

    void unpark(Item item) {
        parked--;
        item.lane().unpark(item);
    }

    void begin(Item item) {
        Lane lane = item.lane();
        inFlight++;
        lane.inFlight++;
        item.sent = lane.concurrency.sent();
    }

    /** An attempt has ended. */
    void ended(Item item, @Nullable Throwable failure) {
        Lane lane = item.lane();
        inFlight--;
        lane.inFlight--;
        if (failure == null) {
            lane.concurrency.succeeded();
        } else if (Backoff.isLimit(failure) && concernsTarget(failure)) {
            lane.concurrency.limited(item.sent);
        }
    }

    /** An item has come to its end. */
    void left(Item item) {
        item.lane().items--;
    }

    /** From now until {@link #release} the item waits as it was asked to, and so do those who are asked the same by it. */
    void hold(Item item, Throwable failure) {
        if (concernsTarget(failure)) {
            item.lane().pauses++;
            item.hold = Item.Hold.TARGET;
        } else {
            waiting.merge(item.tenant(), 1, Integer::sum);
            item.hold = Item.Hold.TENANT;
        }
    }

    void release(Item item) {
        if (item.hold == Item.Hold.TARGET) {
            item.lane().pauses--;
        } else if (item.hold == Item.Hold.TENANT) {
            waiting.computeIfPresent(item.tenant(), (tenant, items) -> items == 1 ? null : items - 1);
        }
        item.hold = Item.Hold.NOTHING;
    }
}

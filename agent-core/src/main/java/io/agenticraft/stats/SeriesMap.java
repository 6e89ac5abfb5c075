package io.agenticraft.stats;

import io.agenticraft.pricing.PriceTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds a series by its key without allocating, and makes no more of them than it may. */
final class SeriesMap {
    private final Map<String, Map<String, Map<String, CallRecorder>>> byProvider = new ConcurrentHashMap<>();
    private final List<CallRecorder> all = new ArrayList<>();
    private final int max;
    private final PriceTable prices;
    private final Slots slots;
    private final CallRecorder overflow;

    SeriesMap(int max, PriceTable prices, Slots slots) {
        this.max = max;
        this.prices = prices;
        this.slots = slots;
        overflow = new CallRecorder(SeriesKey.OVERFLOW, prices, slots);
    }

    CallRecorder get(String provider, String model, String agent) {
        Map<String, Map<String, CallRecorder>> byModel = byProvider.get(provider);
        Map<String, CallRecorder> byAgent = byModel == null ? null : byModel.get(model);
        CallRecorder found = byAgent == null ? null : byAgent.get(agent);
        return found != null ? found : make(provider, model, agent);
    }

    private synchronized CallRecorder make(String provider, String model, String agent) {
        Map<String, Map<String, CallRecorder>> byModel = byProvider.getOrDefault(provider, Map.of());
        CallRecorder found = byModel.getOrDefault(model, Map.of()).get(agent);
        if (found != null) {
            return found;
        }
        if (all.size() >= max) {
            return overflow;
        }
        CallRecorder made = new CallRecorder(new SeriesKey(provider, model, agent), prices, slots);
        all.add(made);
        byProvider
                .computeIfAbsent(provider, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(model, name -> new ConcurrentHashMap<>())
                .put(agent, made);
        return made;
    }

    /** In the order in which they came, the overflow last. */
    synchronized Collection<CallRecorder> all() {
        List<CallRecorder> copy = new ArrayList<>(all);
        copy.add(overflow);
        return copy;
    }
}

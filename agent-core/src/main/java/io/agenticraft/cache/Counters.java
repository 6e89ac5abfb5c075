package io.agenticraft.cache;

import io.agenticraft.policy.CallEvent.CacheLevel;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what {@link CacheStatistics} tells. */
final class Counters {
    private final Map<CacheLevel, LongAdder> hits = adders(CacheLevel.class);
    private final Map<NotStored, LongAdder> notStored = adders(NotStored.class);
    private final LongAdder misses = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final LongAdder savedInput = new LongAdder();
    private final LongAdder savedOutput = new LongAdder();
    private final LongAdder sharedErrors = new LongAdder();
    private final LongAdder sharedTimeouts = new LongAdder();
    private final LongAdder sharedDamaged = new LongAdder();
    private final LongAdder sharedSkipped = new LongAdder();

    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
        Map<E, LongAdder> adders = new EnumMap<>(type);
        for (E one : type.getEnumConstants()) {
            adders.put(one, new LongAdder());
        }
        return adders;
    }

    private static <E> void count(Map<E, LongAdder> adders, E one) {
        LongAdder adder = adders.get(one);
        if (adder != null) {
            adder.increment();
        }
    }

    void hit(CacheLevel level, long inputTokens, long outputTokens) {
        count(hits, level);
        savedInput.add(inputTokens);
        savedOutput.add(outputTokens);
    }

    void missed() {
        misses.increment();
    }

    void stored() {
        stored.increment();
    }

    void notStored(NotStored why) {
        count(notStored, why);
    }

    void evicted() {
        evictions.increment();
    }

    void sharedFailed(boolean timeout) {
        (timeout ? sharedTimeouts : sharedErrors).increment();
    }

    void sharedDamaged() {
        sharedDamaged.increment();
    }

    void sharedSkipped() {
        sharedSkipped.increment();
    }

    CacheStatistics snapshot(long entries, long bytes) {
        Map<NotStored, Long> reasons = new EnumMap<>(NotStored.class);
        notStored.forEach((why, adder) -> reasons.put(why, adder.sum()));
        return new CacheStatistics(
                sum(CacheLevel.LOCAL),
                sum(CacheLevel.SHARED),
                sum(CacheLevel.JOINED),
                misses.sum(),
                stored.sum(),
                reasons,
                entries,
                bytes,
                evictions.sum(),
                savedInput.sum(),
                savedOutput.sum(),
                sharedErrors.sum(),
                sharedTimeouts.sum(),
                sharedDamaged.sum(),
                sharedSkipped.sum());
    }

    private long sum(CacheLevel level) {
        LongAdder adder = hits.get(level);
        return adder == null ? 0 : adder.sum();
    }
}

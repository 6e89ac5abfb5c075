package io.agenticraft.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** This process's answers, bounded by bytes and time. */
final class LocalLevel {
    /** What an entry takes besides its text: key, records, the map's nodes. */
    static final int OVERHEAD_BYTES = 512;

    private final Cache<CacheKey, Entry> entries;

    /** Upkeep is done by the calls themselves: it takes microseconds, and a pool would start threads. */
    LocalLevel(long maxBytes, Ticker ticker, Counters counters) {
        entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((CacheKey key, Entry entry) -> entry.bytes())
                .expireAfter(Expiry.creating((CacheKey key, Entry entry) -> Duration.ofNanos(entry.nanosToLive())))
                .ticker(ticker)
                .executor(Runnable::run)
                .evictionListener((@Nullable CacheKey key, @Nullable Entry entry, RemovalCause cause) -> {
                    if (cause == RemovalCause.SIZE) {
                        counters.evicted();
                    }
                })
                .build();
    }

    @Nullable
    Entry get(CacheKey key) {
        return entries.getIfPresent(key);
    }

    void put(CacheKey key, Entry entry) {
        entries.put(key, entry);
    }

    boolean remove(CacheKey key) {
        return entries.asMap().remove(key) != null;
    }

    void clear() {
        entries.invalidateAll();
    }

    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    long bytes() {
        return entries.policy()
                .eviction()
                .map(bound -> bound.weightedSize().orElse(0))
                .orElse(0L);
    }
}

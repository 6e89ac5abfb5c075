package io.agenticraft.cache;

import io.agenticraft.policy.Causes;
import io.agenticraft.redis.RedisException;
import io.agenticraft.redis.SharedRedis;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The answers of many processes. Whatever goes wrong here is counted and counts as not known. */
final class SharedLevel {
    static final int MAX_WRITES = 128;

    private final SharedRedis redis;
    private final Duration ttl;
    private final Counters counters;
    private final AtomicInteger writes = new AtomicInteger();

    SharedLevel(SharedRedis redis, Duration ttl, Counters counters) {
        this.redis = redis;
        this.ttl = ttl;
        this.counters = counters;
    }

    private static String name(CacheKey key) {
        return "response:" + key.hex();
    }

    /** The answer, or null. Never fails. */
    CompletableFuture<@Nullable Stored> find(CacheKey key) {
        return redis.get(name(key)).handle((value, failure) -> {
            if (failure != null) {
                failed(failure);
                return null;
            }
            return value == null ? null : read(key, value);
        });
    }

    private @Nullable Stored read(CacheKey key, byte[] value) {
        try {
            return ResponseReader.decode(key, value);
        } catch (IOException | RuntimeException e) {
            counters.sharedDamaged();
            return null;
        }
    }

    /** Nobody waits for it; beyond a bound of such writes they are left out. */
    void store(CacheKey key, byte[] value) {
        if (writes.incrementAndGet() > MAX_WRITES) {
            writes.decrementAndGet();
            counters.sharedSkipped();
            return;
        }
        ended(redis.set(name(key), value, ttl));
    }

    void remove(CacheKey key) {
        writes.incrementAndGet();
        ended(redis.delete(name(key)));
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void ended(CompletableFuture<@Nullable Void> write) {
        write.whenComplete((nothing, failure) -> {
            writes.decrementAndGet();
            if (failure != null) {
                failed(failure);
            }
        });
    }

    private void failed(Throwable failure) {
        Throwable cause = Causes.of(failure);
        counters.sharedFailed(cause instanceof RedisException known && known.kind() == RedisException.Kind.TIMEOUT);
    }
}

package io.agenticraft.http;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connection pools of this JVM's providers: one for each origin, TLS, proxy and bounds, shared by all instances that
 * have these in common, and closed with the last of them.
 */
public final class HttpPools {
    private static final ConcurrentHashMap<PoolKey, Shared> POOLS = new ConcurrentHashMap<>();

    private HttpPools() {}

    private record Shared(Pool pool, int users) {}

    /** Each pool's figures, by origin. */
    public static List<PoolStats> stats() {
        return POOLS.values().stream()
                .map(shared -> shared.pool.stats())
                .sorted(Comparator.comparing(PoolStats::origin))
                .toList();
    }

    /**
     * The pool of a key; to be {@linkplain #release released} once.
     *
     * @throws IllegalArgumentException if the files of its TLS settings cannot be read as what they are said to be
     */
    static Pool acquire(PoolKey key) {
        Shared shared = POOLS.compute(
                key,
                (k, known) -> known == null
                        ? new Shared(new Pool(k, SharedVertx.INSTANCE), 1)
                        : new Shared(known.pool, known.users + 1));
        return shared.pool;
    }

    static void release(Pool pool) {
        Shared left = POOLS.computeIfPresent(
                pool.key(), (key, known) -> known.users > 1 ? new Shared(known.pool, known.users - 1) : null);
        if (left == null) {
            pool.close();
        }
    }
}

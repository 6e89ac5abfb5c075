package io.agenticraft.wire;

import io.agenticraft.http.HttpPools;
import io.agenticraft.http.PoolStats;
import java.net.URI;
import java.util.List;

/** What the pools of a server hold. */
final class Pools {
    private Pools() {}

    static List<PoolStats> all(URI url) {
        String port = ":" + url.getPort();
        return HttpPools.stats().stream()
                .filter(pool -> pool.origin().endsWith(port) || pool.origin().contains(port + " via "))
                .toList();
    }

    /** Of the one pool of a server. */
    static PoolStats of(URI url) {
        List<PoolStats> pools = all(url);
        if (pools.size() != 1) {
            throw new AssertionError("Not one pool: " + pools);
        }
        return pools.get(0);
    }
}

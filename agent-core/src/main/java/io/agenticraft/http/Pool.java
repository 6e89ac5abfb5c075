package io.agenticraft.http;

import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.concurrent.ConcurrentHashMap;

/** Connections to one origin, shared by all provider instances that call it and closed with the last of them. */
final class Pool {
    /** A call holds its connection for as long as the model talks, so Vert.x's default of 5 would be a queue. */
    private static final int MAX_CONNECTIONS = 512;

    /** Gateways send long headers, such as policies and cookies; Vert.x's default is 8 KiB. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private static final ConcurrentHashMap<Key, Pool> POOLS = new ConcurrentHashMap<>();

    private record Key(String origin, int connectMillis) {}

    private final Key key;
    private final WebClient client;
    private int users;

    private Pool(Key key) {
        this.key = key;
        WebClientOptions options = new WebClientOptions()
                .setConnectTimeout(key.connectMillis)
                .setSsl(key.origin.startsWith("https:"))
                .setFollowRedirects(false)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setUserAgent("agenticraft-jvm");
        client = WebClient.create(SharedVertx.INSTANCE, options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
        client.addInterceptor(ExchangeStream::intercept);
    }

    /** The pool of an origin; {@link #release()} it once. */
    static Pool acquire(String origin, int connectMillis) {
        return POOLS.compute(new Key(origin, connectMillis), (key, known) -> {
            Pool pool = known == null ? new Pool(key) : known;
            pool.users++;
            return pool;
        });
    }

    WebClient client() {
        return client;
    }

    void release() {
        POOLS.computeIfPresent(key, (k, pool) -> {
            if (--pool.users > 0) {
                return pool;
            }
            pool.client.close();
            return null;
        });
    }
}

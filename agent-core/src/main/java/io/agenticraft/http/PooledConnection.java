package io.agenticraft.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientConnection;

/** A connection of a {@link Pool}, whose events all come on one context. Its fields are guarded by its {@link Slots}. */
final class PooledConnection {
    private final HttpClientConnection http;
    private final Context context;
    private final boolean shared;

    /** How many calls it may serve at once. */
    int limit;

    /** How many it serves. */
    int calls;

    /** How many it has served. */
    long served;

    /** Whether its socket is open. */
    boolean open = true;

    /** Whether it may be given to further calls. */
    boolean usable = true;

    /** Since when it has served none, by {@link System#nanoTime()}. */
    long idleSince = System.nanoTime();

    /** How long it may go on serving none. */
    long keepAliveNanos;

    PooledConnection(HttpClientConnection http, Context context, long keepAliveNanos) {
        this.http = http;
        this.context = context;
        this.keepAliveNanos = keepAliveNanos;
        limit = currentLimit();
        shared = limit > 1;
    }

    /** What it and its peer agree on at the moment. */
    int currentLimit() {
        return (int) Math.max(1, Math.min(http.maxActiveStreams(), Connector.MAX_STREAMS));
    }

    HttpClientConnection http() {
        return http;
    }

    Context context() {
        return context;
    }

    boolean hasExpired(long now) {
        return calls == 0 && now - idleSince >= keepAliveNanos;
    }

    /** Whether several calls may be on it at once, so that one can be dropped alone. */
    boolean isShared() {
        return shared;
    }

    /** Runs on the context, at once if that is where we are. */
    void run(Runnable action) {
        if (Vertx.currentContext() == context) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }

    /** Soon, and never at once: whoever closes it may hold a lock. */
    void close() {
        context.runOnContext(ignored -> {
            var unused = http.close();
        });
    }
}

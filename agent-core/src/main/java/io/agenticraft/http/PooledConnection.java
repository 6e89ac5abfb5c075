package io.agenticraft.http;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.impl.HttpClientConnectionInternal;
import org.jspecify.annotations.Nullable;

/** A connection of a {@link Pool}, whose events all come on one context. Its fields are guarded by its {@link Slots}. */
final class PooledConnection {
    private final HttpClientConnection http;
    private final Context context;
    private final @Nullable Arrivals arrivals;

    /** On its context only. Vert.x's exceptions hold it too, but cannot be read any more when they are told. */
    private int lastStreamTaken = Integer.MAX_VALUE;

    /** How many calls it may serve at once. */
    int limit;

    /** How many it serves. */
    int calls;

    /** How many it has served. */
    long served;

    /** Whether its latest call got it from the pool or from another call, so that its peer may have closed it. */
    boolean kept;

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
        arrivals = Arrivals.watch(pipeline(http));
    }

    /** What Vert.x hands out is a wrapper; its setters answer the connection itself. */
    private static ChannelPipeline pipeline(HttpClientConnection http) {
        HttpClientConnectionInternal inner = (HttpClientConnectionInternal) http.exceptionHandler(ignored -> {});
        return inner.channelHandlerContext().pipeline();
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

    /** What has come over it, or null if it speaks HTTP/2. */
    @Nullable
    Arrivals arrivals() {
        return arrivals;
    }

    /** Its peer takes no calls on it beyond those up to an HTTP/2 stream's number. */
    void goesAway(int lastStream) {
        lastStreamTaken = lastStream;
    }

    int lastStreamTaken() {
        return lastStreamTaken;
    }

    boolean hasExpired(long now) {
        return calls == 0 && now - idleSince >= keepAliveNanos;
    }

    /** Whether it speaks HTTP/2: several calls may be on it at once, of which one can be dropped alone. */
    boolean isShared() {
        return arrivals == null;
    }

    boolean isHere() {
        return Vertx.currentContext() == context;
    }

    /** Runs on the context, at once if that is where we are. */
    void run(Runnable action) {
        if (isHere()) {
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

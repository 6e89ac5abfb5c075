package io.agenticraft.http;

import io.agenticraft.http.Slots.Leave;
import io.agenticraft.http.Slots.Plan;
import io.agenticraft.provider.PoolSettings.Protocol;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientConnection;

/**
 * Connections to one origin. A call gets the one that was used last; where none has room, one is opened; where there
 * may be no more, calls wait in order. Safe for use by many threads.
 */
final class Pool {
    private static final long MIN_SWEEP_MILLIS = 50;
    private static final long MAX_SWEEP_MILLIS = 1_000;

    private final PoolKey key;
    private final Vertx vertx;
    private final Connector connector;
    private final Slots slots;
    private final long sweeper;

    Pool(PoolKey key, Vertx vertx) {
        this.key = key;
        this.vertx = vertx;
        connector = new Connector(vertx, key);
        Protocol protocol = key.settings().protocol();
        boolean http2 = protocol == Protocol.HTTP_2_CLEARTEXT
                || (protocol == Protocol.HTTP_2 && key.origin().isTls());
        slots = new Slots(key.describe(), key.settings(), http2 ? Connector.MAX_STREAMS : 1);
        long halfLife = key.settings().keepAlive().toMillis() / 2;
        sweeper = vertx.setPeriodic(
                Math.max(MIN_SWEEP_MILLIS, Math.min(halfLife, MAX_SWEEP_MILLIS)), id -> slots.sweep());
    }

    PoolKey key() {
        return key;
    }

    Vertx vertx() {
        return vertx;
    }

    PoolStats stats() {
        return slots.stats();
    }

    /** Gives the waiter a connection, or a refusal. Answers whether it did so at once. */
    boolean acquire(Waiter waiter) {
        PooledConnection connection = slots.take();
        if (connection != null) {
            waiter.onConnection(connection);
            return true;
        }
        waiter.onWait();
        Plan plan = slots.enqueue(waiter);
        if (plan == null) {
            waiter.onRefusal(new Refusal.Full());
            return true;
        }
        serve(plan);
        return !plan.waiters().isEmpty();
    }

    /**
     * Gives a call another connection, after the server has closed its first one or turned it away there.
     *
     * @param anew whether it is to be a new one
     * @return whether it has one, or a refusal, already
     */
    boolean acquireAgain(Waiter waiter, boolean anew) {
        slots.countRepeat();
        if (!anew) {
            return acquire(waiter);
        }
        waiter.onWait();
        serve(slots.renew(waiter));
        return false;
    }

    /** Gives a connection back. See {@link Slots#release}. */
    void release(PooledConnection connection, boolean reusable, long keepAliveSeconds) {
        Waiter next = slots.release(connection, reusable, keepAliveSeconds);
        if (next != null) {
            next.onConnection(connection);
        }
    }

    /** See {@link Slots#timeOut}. */
    Leave timeOut(Waiter waiter) {
        return slots.timeOut(waiter);
    }

    /** See {@link Slots#leave}. */
    boolean leave(Waiter waiter) {
        return slots.leave(waiter);
    }

    private void open(int attempts) {
        for (int i = 0; i < attempts; i++) {
            Context context = SharedVertx.nextContext();
            context.runOnContext(ignored -> new Attempt(context).begin());
        }
    }

    /** One attempt to open a connection; all on one context. */
    private final class Attempt {
        private final Context context;
        private long timer;
        private boolean givenUp;

        Attempt(Context context) {
            this.context = context;
        }

        void begin() {
            timer = vertx.setTimer(key.connectTimeout().toMillis() + 1, id -> giveUp());
            Future<HttpClientConnection> connection;
            try {
                connection = connector.connect();
            } catch (RuntimeException e) {
                connection = Future.failedFuture(e);
            }
            connection.onComplete(this::succeed, this::fail);
        }

        private void giveUp() {
            givenUp = true;
            refuse(slots.gaveUp(), new Refusal.Slow());
        }

        private void fail(Throwable cause) {
            vertx.cancelTimer(timer);
            refuse(slots.failed(givenUp), Refusal.of(cause));
            vacate();
        }

        private void refuse(Plan plan, Refusal refusal) {
            plan.waiters().forEach(waiter -> waiter.onRefusal(refusal));
            open(plan.attempts());
        }

        private void succeed(HttpClientConnection http) {
            vertx.cancelTimer(timer);
            PooledConnection connection = new PooledConnection(
                    http, context, key.settings().keepAlive().toNanos());
            http.closeHandler(ignored -> {
                open(slots.closed(connection).attempts());
                vacate();
            });
            if (connection.isShared()) {
                http.goAwayHandler(bye -> {
                    connection.goesAway(bye.getLastStreamId());
                    slots.evict(connection);
                });
                // In the next turn, for Vert.x tells of the settings before it heeds them itself.
                http.remoteSettingsHandler(ignored -> context.runOnContext(later -> serve(slots.resize(connection))));
            }
            serve(slots.opened(connection, givenUp));
        }
    }

    private void serve(Plan plan) {
        PooledConnection connection = plan.connection();
        if (connection != null) {
            plan.waiters().forEach(waiter -> waiter.onConnection(connection));
        }
        open(plan.attempts());
    }

    /** Keeps no connection any more; those in use are closed by and by. */
    void close() {
        vertx.cancelTimer(sweeper);
        slots.close();
        vacate();
    }

    private void vacate() {
        if (slots.isVacant()) {
            connector.close();
        }
    }
}

package io.agenticraft.http;

import io.agenticraft.provider.ProviderTimeoutException.Phase;
import io.agenticraft.provider.Timeouts;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Watches the time of one exchange with one timer that is set anew only when it fires. Used on one context, once the
 * exchange has a connection.
 */
final class Deadlines {

    /** Told once, when a limit is passed. */
    @FunctionalInterface
    interface Expiry {
        void onExpiry(Phase phase);
    }

    private final Vertx vertx;
    private final Timeouts timeouts;
    private final Expiry expiry;
    private final LongSupplier totalLeftNanos;
    private long lastActivity;
    private long timer = -1;
    private boolean answering;
    private boolean idleSuspended;

    Deadlines(Vertx vertx, Timeouts timeouts, LongSupplier totalLeftNanos, Expiry expiry) {
        this.vertx = vertx;
        this.timeouts = timeouts;
        this.totalLeftNanos = totalLeftNanos;
        this.expiry = expiry;
    }

    /** The request is being sent. */
    void start() {
        lastActivity = System.nanoTime();
        check();
    }

    /** A piece of the body has come: the idle time begins anew. */
    void touch() {
        answering = true;
        lastActivity = System.nanoTime();
    }

    /** The silence is the caller's own wish: only the total counts. */
    void suspendIdle() {
        idleSuspended = true;
    }

    void resumeIdle() {
        idleSuspended = false;
        lastActivity = System.nanoTime();
        vertx.cancelTimer(timer);
        check();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void check() {
        long silence = System.nanoTime() - lastActivity;
        long idle = timeouts.idle().toNanos();
        long left = (answering ? idle : timeouts.firstByte().toNanos()) - silence;
        long totalLeft = totalLeftNanos.getAsLong();
        if (totalLeft <= 0) {
            expiry.onExpiry(Phase.TOTAL);
        } else if (left <= 0 && !idleSuspended) {
            expiry.onExpiry(answering ? Phase.IDLE : Phase.FIRST_BYTE);
        } else {
            // No longer than the idle time ahead, for that is what counts once the first byte has come.
            long next = idleSuspended ? totalLeft : Math.min(totalLeft, Math.min(left, idle));
            timer = vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(next) + 1, id -> check());
        }
    }
}

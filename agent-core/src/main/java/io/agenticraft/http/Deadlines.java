package io.agenticraft.http;

import io.agenticraft.provider.Timeouts;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Watches the time of one exchange with one timer that is set anew only when it fires. Used on one context. */
final class Deadlines {

    /** Told once, when a limit is passed. */
    interface Expiry {
        void onIdle(Duration limit);

        void onTotal(Duration limit);
    }

    private final Vertx vertx;
    private final Timeouts timeouts;
    private final Expiry expiry;
    private long begun;
    private long lastActivity;
    private long timer = -1;
    private boolean idleSuspended;

    Deadlines(Vertx vertx, Timeouts timeouts, Expiry expiry) {
        this.vertx = vertx;
        this.timeouts = timeouts;
        this.expiry = expiry;
    }

    void start() {
        begun = System.nanoTime();
        lastActivity = begun;
        check();
    }

    /** Something has happened: the idle time begins anew. */
    void touch() {
        lastActivity = System.nanoTime();
    }

    /** The silence is the caller's own wish: only the total counts. */
    void suspendIdle() {
        idleSuspended = true;
    }

    void resumeIdle() {
        idleSuspended = false;
        touch();
        vertx.cancelTimer(timer);
        check();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void check() {
        long now = System.nanoTime();
        long totalLeft = begun + timeouts.total().toNanos() - now;
        long idleLeft =
                idleSuspended ? Long.MAX_VALUE : lastActivity + timeouts.idle().toNanos() - now;
        if (totalLeft <= 0) {
            expiry.onTotal(timeouts.total());
        } else if (idleLeft <= 0) {
            expiry.onIdle(timeouts.idle());
        } else {
            long millis = Duration.ofNanos(Math.min(totalLeft, idleLeft)).toMillis() + 1;
            timer = vertx.setTimer(millis, id -> check());
        }
    }
}

package io.agenticraft.http;

import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException.Phase;
import io.agenticraft.provider.Timeouts;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A call's way to a connection: it takes one, waits for one no longer than it may, or is refused. Safe for all threads. */
final class Connecting implements Waiter {

    /** Told once how it ended, on any thread; not if it was cancelled while it waited. */
    interface Outcome {
        void onConnection(PooledConnection connection);

        void onRefusal(ProviderException failure);
    }

    private static final long NO_TIMER = -1;

    private final Pool pool;
    private final Timeouts timeouts;
    private final Failures failures;
    private final Outcome outcome;
    private final long begun = System.nanoTime();
    private volatile @Nullable PooledConnection connection;
    private volatile long timer = NO_TIMER;
    private volatile boolean over;
    private @Nullable Promise<PooledConnection> turn;
    private boolean opened;
    private boolean kept;

    Connecting(Pool pool, Timeouts timeouts, Failures failures, Outcome outcome) {
        this.pool = pool;
        this.timeouts = timeouts;
        this.failures = failures;
        this.outcome = outcome;
    }

    void begin() {
        if (!pool.acquire(this)) {
            await();
        }
    }

    /**
     * Gives the connection back, and begins once more with what is left of the time.
     *
     * @param anew whether it is to be a new connection
     */
    void again(PooledConnection stale, boolean anew) {
        connection = null;
        over = false;
        timer = NO_TIMER;
        turn = null;
        pool.release(stale, stale.isShared(), -1);
        if (!pool.acquireAgain(this, anew)) {
            await();
        }
    }

    /** What is left of the whole time. */
    long totalLeftNanos() {
        return begun + timeouts.total().toNanos() - System.nanoTime();
    }

    private void await() {
        long nanos = Math.min(timeouts.acquire().toNanos(), totalLeftNanos());
        timer = pool.vertx().setTimer(Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos)) + 1, id -> onTime());
        if (over) {
            stop();
        }
    }

    private void onTime() {
        if (totalLeftNanos() <= 0) {
            if (pool.leave(this)) {
                refuse(failures.timeout(Phase.TOTAL, timeouts, null, null));
            }
            return;
        }
        PoolStats crowd = pool.stats();
        switch (pool.timeOut(this)) {
            case LEFT -> refuse(failures.notAcquired(timeouts, crowd));
            case CONNECTING -> await();
            case SERVED -> {}
        }
    }

    private void refuse(ProviderException failure) {
        over = true;
        outcome.onRefusal(failure);
    }

    /**
     * A promise of Netty's, for agents that carry contexts restore that of the thread which has added a listener when they
     * run it. Whoever gives a connection back knows nothing of the caller that it is for.
     */
    @Override
    public void onWait() {
        Promise<PooledConnection> promise = ImmediateEventExecutor.INSTANCE.newPromise();
        promise.addListener((Future<PooledConnection> done) -> outcome.onConnection(done.getNow()));
        turn = promise;
    }

    @Override
    public void onConnection(PooledConnection value) {
        opened = value.served == 1;
        kept = value.kept;
        connection = value;
        stop();
        if (turn == null) {
            outcome.onConnection(value);
        } else {
            turn.setSuccess(value);
        }
    }

    @Override
    public void onRefusal(Refusal refusal) {
        stop();
        outcome.onRefusal(failures.refused(refusal, timeouts, pool.stats()));
    }

    private void stop() {
        over = true;
        if (timer != NO_TIMER) {
            pool.vertx().cancelTimer(timer);
        }
    }

    /** Waits no longer. A connection that it has by then stays the caller's to give back. */
    void cancel() {
        if (pool.leave(this)) {
            stop();
        }
    }

    /** The connection, while there is one. */
    @Nullable
    PooledConnection connection() {
        return connection;
    }

    /** Whether the connection has been waiting in the pool, or served another call, so that its peer may have closed it. */
    boolean kept() {
        return kept;
    }

    /** Whether the connection was opened for this call, or at least never used before. */
    boolean opened() {
        return opened;
    }
}

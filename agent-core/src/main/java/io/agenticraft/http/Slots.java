package io.agenticraft.http;

import io.agenticraft.provider.PoolSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The book-keeping of a pool: which connections have room, who waits, and how many may be opened. One short lock, under
 * which nothing else runs; what follows from a change is told to the caller, who does it.
 */
final class Slots {

    /**
     * What follows from a change.
     *
     * @param connection what the waiters get, or null where they get none
     * @param waiters who waits no longer
     * @param attempts how many connections to open
     */
    record Plan(@Nullable PooledConnection connection, List<Waiter> waiters, int attempts) {
        static Plan open(int attempts) {
            return new Plan(null, List.of(), attempts);
        }
    }

    /** At once: more would find the server's queue full and be tried again by TCP after seconds. */
    private static final int MAX_CONNECTING = 128;

    private final String name;
    private final PoolSettings settings;
    private final Standing standing;
    private final Waiting waiting = new Waiting();

    /** How many calls a connection that is being opened will probably serve at once. */
    private int expectedLimit;

    /** Attempts to open one that somebody waits for, and those that were given up but may hold a socket yet. */
    private int connecting;

    private int givenUp;
    private long opened;
    private long failed;
    private long repeated;
    private long timedOut;
    private long refused;

    Slots(String name, PoolSettings settings, int expectedLimit) {
        this.name = name;
        this.settings = settings;
        this.expectedLimit = expectedLimit;
        standing = new Standing(settings);
    }

    synchronized PoolStats stats() {
        return new PoolStats(
                name,
                settings.maxConnections(),
                standing.open,
                standing.idle,
                connecting + givenUp,
                standing.calls,
                waiting.size(),
                opened,
                failed,
                standing.served,
                repeated,
                timedOut,
                refused);
    }

    /** A connection with room, or null. */
    synchronized @Nullable PooledConnection take() {
        return standing.take();
    }

    /** Lets a waiter in, unless there is room for it by now; null if too many wait. */
    synchronized @Nullable Plan enqueue(Waiter waiter) {
        PooledConnection connection = standing.take();
        if (connection != null) {
            return new Plan(connection, List.of(waiter), 0);
        }
        waiting.add(waiter);
        int attempts = claim();
        if (waiting.size() - connecting * expectedLimit > settings.maxPending()) {
            waiting.remove(waiter);
            refused++;
            return null;
        }
        return Plan.open(attempts);
    }

    /** A call is going to be sent a second time. */
    synchronized void countRepeat() {
        repeated++;
    }

    /** Lets a waiter in whose connection was stale, for a new one; it has been let in before, however many wait. */
    synchronized Plan renew(Waiter waiter) {
        waiting.addRenewing(waiter);
        int attempts = claim();
        if (connecting == 0) {
            standing.retireOldest();
        }
        return Plan.open(attempts);
    }

    /** Claims room for the connections that those who wait need and may have. */
    private int claim() {
        int attempts = 0;
        while (waiting.size() > connecting * expectedLimit
                && connecting < MAX_CONNECTING
                && standing.open + connecting + givenUp < settings.maxConnections()) {
            connecting++;
            attempts++;
        }
        return attempts;
    }

    /** What becomes of a waiter that wants to wait no longer. */
    enum Leave {
        /** It is out. */
        LEFT,
        /** It stays in, for a connection is being opened for it. */
        CONNECTING,
        /** It has been given a connection, or a refusal, already. */
        SERVED
    }

    /** Lets a waiter out that has waited for a free connection as long as it may. */
    synchronized Leave timeOut(Waiter waiter) {
        if (waiting.rank(waiter) < Math.min(waiting.size(), connecting * expectedLimit)) {
            return Leave.CONNECTING;
        }
        boolean left = waiting.remove(waiter);
        timedOut += left ? 1 : 0;
        return left ? Leave.LEFT : Leave.SERVED;
    }

    /** Lets a waiter out; answers whether it was in. */
    synchronized boolean leave(Waiter waiter) {
        return waiting.remove(waiter);
    }

    /** A connection stands. The waiters have it already. */
    synchronized Plan opened(PooledConnection connection, boolean wasGivenUp) {
        if (wasGivenUp) {
            givenUp--;
        } else {
            connecting--;
        }
        opened++;
        expectedLimit = connection.limit;
        standing.add(connection);
        return serve(connection);
    }

    private Plan serve(PooledConnection connection) {
        List<Waiter> winners = new ArrayList<>(1);
        while (connection.usable && connection.calls < connection.limit && !waiting.isEmpty()) {
            standing.use(connection);
            winners.add(waiting.next());
        }
        standing.settle(connection);
        return new Plan(connection, winners, claim());
    }

    /** Opening a connection takes too long: nobody waits for it any more, but its room stays taken. */
    synchronized Plan gaveUp() {
        connecting--;
        givenUp++;
        return failed();
    }

    /** A connection could not be opened. */
    synchronized Plan failed(boolean wasGivenUp) {
        if (wasGivenUp) {
            givenUp--;
            return Plan.open(claim());
        }
        connecting--;
        return failed();
    }

    private Plan failed() {
        failed++;
        List<Waiter> victims = new ArrayList<>(1);
        for (int i = 0; i < expectedLimit && !waiting.isEmpty(); i++) {
            victims.add(waiting.next());
        }
        return new Plan(null, victims, claim());
    }

    /**
     * A call is done with its connection.
     *
     * @param reusable whether it may serve another
     * @param keepAliveSeconds how long the server says that it keeps it, or a negative number
     * @return who has it now, or null
     */
    synchronized @Nullable Waiter release(PooledConnection connection, boolean reusable, long keepAliveSeconds) {
        if (!reusable) {
            standing.spoil(connection);
        }
        if (connection.usable && waiting.takesUsed() && connection.calls <= connection.limit) {
            standing.pass(connection);
            return waiting.nextForUsed();
        }
        if (keepAliveSeconds >= 0) {
            long nanos = TimeUnit.SECONDS.toNanos(keepAliveSeconds);
            connection.keepAliveNanos = Math.min(connection.keepAliveNanos, nanos);
        }
        standing.putBack(connection);
        return null;
    }

    /** The peer takes no further calls on a connection. */
    synchronized void evict(PooledConnection connection) {
        standing.retire(connection);
    }

    /** The peer allows more calls on a connection, or fewer. */
    synchronized Plan resize(PooledConnection connection) {
        standing.resize(connection);
        return serve(connection);
    }

    /** A connection's socket is closed. */
    synchronized Plan closed(PooledConnection connection) {
        standing.remove(connection);
        return Plan.open(claim());
    }

    /** See {@link Standing#sweep}. */
    synchronized void sweep() {
        standing.sweep();
    }

    /** Keeps no connection any more. */
    synchronized void close() {
        standing.close();
    }

    /** Whether it is closed and nothing is left. */
    synchronized boolean isVacant() {
        return standing.isClosed() && standing.open + connecting + givenUp == 0;
    }
}

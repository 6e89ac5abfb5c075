package io.agenticraft.http;

import io.agenticraft.provider.PoolSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
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

    /** Not at once, for under load connections are free for a moment only, and opening one is dear. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** At once: more would find the server's queue full and be tried again by TCP after seconds. */
    private static final int MAX_CONNECTING = 128;

    private final String name;
    private final PoolSettings settings;

    /** With room for a call, the one that was used last in front, so that few serve many. */
    private final ArrayDeque<PooledConnection> free = new ArrayDeque<>();

    private final LinkedHashSet<Waiter> waiting = new LinkedHashSet<>();

    /** How many calls a connection that is being opened will probably serve at once. */
    private int expectedLimit;

    private int open;
    private int idle;
    private int calls;

    /** Attempts to open one that somebody waits for, and those that were given up but may hold a socket yet. */
    private int connecting;

    private int givenUp;
    private boolean closed;
    private long opened;
    private long failed;
    private long served;
    private long timedOut;
    private long refused;

    Slots(String name, PoolSettings settings, int expectedLimit) {
        this.name = name;
        this.settings = settings;
        this.expectedLimit = expectedLimit;
    }

    synchronized PoolStats stats() {
        return new PoolStats(
                name,
                settings.maxConnections(),
                open,
                idle,
                connecting + givenUp,
                calls,
                waiting.size(),
                opened,
                failed,
                served,
                timedOut,
                refused);
    }

    /** A connection with room, or null. */
    synchronized @Nullable PooledConnection take() {
        PooledConnection connection = free.peekFirst();
        for (; connection != null; connection = free.peekFirst()) {
            if (!connection.hasExpired(System.nanoTime())) {
                use(connection);
                return connection;
            }
            retire(connection);
        }
        return null;
    }

    private void use(PooledConnection connection) {
        if (connection.calls++ == 0) {
            idle--;
        }
        if (connection.calls >= connection.limit) {
            free.remove(connection);
        }
        count(connection);
    }

    private void count(PooledConnection connection) {
        connection.served++;
        served++;
        calls++;
    }

    /** Out of use; it counts until its socket is closed. */
    private void retire(PooledConnection connection) {
        connection.usable = false;
        free.remove(connection);
        if (connection.calls == 0) {
            connection.close();
        }
    }

    /** Lets a waiter in, unless there is room for it by now; null if too many wait. */
    synchronized @Nullable Plan enqueue(Waiter waiter) {
        PooledConnection connection = take();
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

    /** Claims room for the connections that those who wait need and may have. */
    private int claim() {
        int attempts = 0;
        while (waiting.size() > connecting * expectedLimit
                && connecting < MAX_CONNECTING
                && open + connecting + givenUp < settings.maxConnections()) {
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
        int rank = 0;
        for (Waiter other : waiting) {
            if (other == waiter) {
                break;
            }
            rank++;
        }
        if (rank < Math.min(waiting.size(), connecting * expectedLimit)) {
            return Leave.CONNECTING;
        }
        boolean left = leave(waiter);
        timedOut += left ? 1 : 0;
        return left ? Leave.LEFT : Leave.SERVED;
    }

    /** Lets a waiter out; answers whether it was in. */
    synchronized boolean leave(Waiter waiter) {
        return waiting.remove(waiter);
    }

    private Waiter first() {
        Iterator<Waiter> order = waiting.iterator();
        Waiter first = order.next();
        order.remove();
        return first;
    }

    /** A connection stands. The waiters have it already. */
    synchronized Plan opened(PooledConnection connection, boolean wasGivenUp) {
        if (wasGivenUp) {
            givenUp--;
        } else {
            connecting--;
        }
        open++;
        opened++;
        idle++;
        expectedLimit = connection.limit;
        free.addFirst(connection);
        return serve(connection);
    }

    private Plan serve(PooledConnection connection) {
        List<Waiter> winners = new ArrayList<>(1);
        while (connection.usable && connection.calls < connection.limit && !waiting.isEmpty()) {
            use(connection);
            winners.add(first());
        }
        settle(connection);
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
            victims.add(first());
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
        calls--;
        if (!reusable) {
            connection.usable = false;
            free.remove(connection);
        }
        if (connection.usable && !waiting.isEmpty() && connection.calls <= connection.limit) {
            count(connection);
            return first();
        }
        if (keepAliveSeconds >= 0) {
            long nanos = TimeUnit.SECONDS.toNanos(keepAliveSeconds);
            connection.keepAliveNanos = Math.min(connection.keepAliveNanos, nanos);
        }
        putBack(connection);
        return null;
    }

    private void putBack(PooledConnection connection) {
        boolean wasFull = connection.calls-- >= connection.limit;
        if (!connection.open) {
            return;
        }
        if (connection.usable && wasFull && connection.calls < connection.limit) {
            free.addFirst(connection);
        }
        if (connection.calls == 0) {
            idle++;
            connection.idleSince = System.nanoTime();
            settle(connection);
        }
    }

    /** A connection that nobody uses is kept, at least for a moment, or closed. */
    private void settle(PooledConnection connection) {
        boolean kept = connection.usable && !closed && settings.keepAliveConnections() > 0;
        if (connection.calls == 0 && !kept) {
            retire(connection);
        }
    }

    /** The peer takes no further calls on a connection. */
    synchronized void evict(PooledConnection connection) {
        retire(connection);
    }

    /** The peer allows more calls on a connection, or fewer. */
    synchronized Plan resize(PooledConnection connection) {
        connection.limit = connection.currentLimit();
        free.remove(connection);
        if (connection.usable && connection.calls < connection.limit) {
            free.addFirst(connection);
        }
        return serve(connection);
    }

    /** A connection's socket is closed. */
    synchronized Plan closed(PooledConnection connection) {
        connection.open = false;
        connection.usable = false;
        free.remove(connection);
        open--;
        idle -= connection.calls == 0 ? 1 : 0;
        return Plan.open(claim());
    }

    /** Closes what has not been used for long, and what is more than shall be kept, the longest unused first. */
    synchronized void sweep() {
        long now = System.nanoTime();
        int excess = idle - settings.keepAliveConnections();
        List<PooledConnection> oldestFirst = new ArrayList<>(free);
        Collections.reverse(oldestFirst);
        for (PooledConnection connection : oldestFirst) {
            boolean lingers = connection.calls == 0 && now - connection.idleSince >= LINGER_NANOS;
            if (connection.hasExpired(now) || (lingers && excess > 0)) {
                retire(connection);
                excess--;
            }
        }
    }

    /** Keeps no connection any more. */
    synchronized void close() {
        closed = true;
        List.copyOf(free).forEach(this::settle);
    }

    /** Whether it is closed and nothing is left. */
    synchronized boolean isVacant() {
        return closed && open + connecting + givenUp == 0;
    }
}

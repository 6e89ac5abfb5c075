package io.agenticraft.http;

import io.agenticraft.provider.PoolSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections of a pool that stand, and the calls that they serve. Guarded by its {@link Slots}. */
final class Standing {

    /** Not at once, for under load connections are free for a moment only, and opening one is dear. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PoolSettings settings;

    /** With room for a call, the one that was used last in front, so that few serve many. */
    private final ArrayDeque<PooledConnection> free = new ArrayDeque<>();

    int open;
    int idle;
    int calls;
    long served;
    private boolean closed;

    Standing(PoolSettings settings) {
        this.settings = settings;
    }

    /** One more, which nobody uses yet. */
    void add(PooledConnection connection) {
        open++;
        idle++;
        free.addFirst(connection);
    }

    /** A connection with room, now in use by one more call, or null. */
    @Nullable
    PooledConnection take() {
        PooledConnection connection = free.peekFirst();
        for (; connection != null; connection = free.peekFirst()) {
            if (!connection.hasExpired(System.nanoTime())) {
                use(connection);
                connection.kept = true;
                return connection;
            }
            retire(connection);
        }
        return null;
    }

    void use(PooledConnection connection) {
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

    /** From a call that is done with it to the next one. */
    void pass(PooledConnection connection) {
        calls--;
        connection.kept = true;
        count(connection);
    }

    /** From a call that is done with it to nobody. */
    void putBack(PooledConnection connection) {
        calls--;
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
    void settle(PooledConnection connection) {
        boolean kept = connection.usable && !closed && settings.keepAliveConnections() > 0;
        if (connection.calls == 0 && !kept) {
            retire(connection);
        }
    }

    /** Out of use; it counts until its socket is closed. */
    void retire(PooledConnection connection) {
        connection.usable = false;
        free.remove(connection);
        if (connection.calls == 0) {
            connection.close();
        }
    }

    /** Not to be used again, though it is yet in use. */
    void spoil(PooledConnection connection) {
        connection.usable = false;
        free.remove(connection);
    }

    /** Its peer allows more calls on it, or fewer. */
    void resize(PooledConnection connection) {
        connection.limit = connection.currentLimit();
        free.remove(connection);
        if (connection.usable && connection.calls < connection.limit) {
            free.addFirst(connection);
        }
    }

    /** Closes the one that has been unused for longest, if there is one. */
    void retireOldest() {
        PooledConnection oldest = free.peekLast();
        if (oldest != null && oldest.calls == 0) {
            retire(oldest);
        }
    }

    /** Its socket is closed. */
    void remove(PooledConnection connection) {
        connection.open = false;
        spoil(connection);
        open--;
        idle -= connection.calls == 0 ? 1 : 0;
    }

    /** Closes what has not been used for long, and what is more than shall be kept, the longest unused first. */
    void sweep() {
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

    /** Keeps none any more. */
    void close() {
        closed = true;
        List.copyOf(free).forEach(this::settle);
    }

    boolean isClosed() {
        return closed;
    }
}

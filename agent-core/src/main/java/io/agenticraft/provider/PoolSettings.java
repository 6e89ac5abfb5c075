package io.agenticraft.provider;

import java.time.Duration;
import java.util.Objects;

/**
 * The bounds of a connection pool. Instances with the same origin, TLS, proxy and bounds share one pool, whichever
 * agents use them.
 *
 * @param maxConnections connections at once, those being opened included; further calls wait
 * @param keepAliveConnections connections kept while nobody uses them; more are closed after a second, or at once if none
 *     shall be kept
 * @param keepAlive how long a connection is kept unused; shorter where the server says so
 * @param maxPending calls that may wait for a connection; one more fails at once with {@link PoolFullException}
 * @param protocol what is spoken
 */
public record PoolSettings(
        int maxConnections, int keepAliveConnections, Duration keepAlive, int maxPending, Protocol protocol) {

    /** What is spoken on a pool's connections. */
    public enum Protocol {
        /** HTTP/1.1: a connection serves one call at a time, and a cancelled call ends its own connection only. */
        HTTP_1_1,
        /** HTTP/2 where an https server agrees to it, up to 100 calls at once on a connection; else HTTP/1.1. */
        HTTP_2,
        /** HTTP/2 to an http server that is known to speak it, without asking. */
        HTTP_2_CLEARTEXT
    }

    private static final PoolSettings DEFAULT =
            new PoolSettings(100, 20, Duration.ofSeconds(50), 10_000, Protocol.HTTP_1_1);

    public PoolSettings {
        if (maxConnections < 1 || keepAliveConnections < 0 || maxPending < 0) {
            throw new IllegalArgumentException("A pool needs at least one connection and no negative bounds: "
                    + maxConnections + " connections, " + keepAliveConnections + " kept alive, " + maxPending
                    + " pending");
        }
        if (keepAlive.isNegative() || keepAlive.isZero()) {
            throw new IllegalArgumentException("keepAlive must be positive: " + keepAlive);
        }
        Objects.requireNonNull(protocol, "protocol");
    }

    /** 100 connections, 20 of them kept for 50 s unused, 10,000 calls waiting, HTTP/1.1. */
    public static PoolSettings defaults() {
        return DEFAULT;
    }

    /** What a provider gets where nothing else is said: {@link #defaults()}, but 50 and 10 for {@code anthropic}. */
    public static PoolSettings defaultsFor(String provider) {
        return provider.equals("anthropic") ? DEFAULT.withConnections(50, 10) : DEFAULT;
    }

    /** At most {@code max} connections, of which {@code keptAlive} stay while nobody uses them. */
    public PoolSettings withConnections(int max, int keptAlive) {
        return new PoolSettings(max, keptAlive, keepAlive, maxPending, protocol);
    }

    public PoolSettings withKeepAlive(Duration value) {
        return new PoolSettings(maxConnections, keepAliveConnections, value, maxPending, protocol);
    }

    public PoolSettings withMaxPending(int value) {
        return new PoolSettings(maxConnections, keepAliveConnections, keepAlive, value, protocol);
    }

    public PoolSettings withProtocol(Protocol value) {
        return new PoolSettings(maxConnections, keepAliveConnections, keepAlive, maxPending, value);
    }
}

package io.agenticraft.provider;

import java.time.Duration;

/**
 * How long a call may take, part by part. Each limit that is passed is a {@link ProviderTimeoutException} of its own
 * {@linkplain ProviderTimeoutException#phase() phase}.
 *
 * @param acquire waiting for a connection while all that the pool may have are in use
 * @param connect opening a connection: name, TCP, TLS, a proxy's consent
 * @param firstByte from sending the request to the first byte of the answer's body. A whole answer that is not streamed
 *     comes when the model has finished it
 * @param idle between two pieces of an answer; what the caller holds back itself does not count
 * @param total from the call to the end of the answer, all of the above included
 */
public record Timeouts(Duration acquire, Duration connect, Duration firstByte, Duration idle, Duration total) {
    private static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10));

    private static final Timeouts OPENAI =
            DEFAULT.withAcquire(Duration.ofSeconds(30)).withIdle(Duration.ofSeconds(30));

    public Timeouts {
        requirePositive("acquire", acquire);
        requirePositive("connect", connect);
        requirePositive("firstByte", firstByte);
        requirePositive("idle", idle);
        requirePositive("total", total);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("The timeout " + name + " must be positive: " + value);
        }
    }

    /** 60 s for a free connection, 10 s to connect, 2 min to the first byte, 60 s between pieces, 10 min in all. */
    public static Timeouts defaults() {
        return DEFAULT;
    }

    /**
     * What a provider gets where nothing else is said: {@link #defaults()}, but for {@code openai} 30 s for a free
     * connection and between pieces. The first byte has two minutes everywhere, for reasoning models think that long.
     */
    public static Timeouts defaultsFor(String provider) {
        return provider.equals("openai") ? OPENAI : DEFAULT;
    }

    public Timeouts withAcquire(Duration value) {
        return new Timeouts(value, connect, firstByte, idle, total);
    }

    public Timeouts withConnect(Duration value) {
        return new Timeouts(acquire, value, firstByte, idle, total);
    }

    public Timeouts withFirstByte(Duration value) {
        return new Timeouts(acquire, connect, value, idle, total);
    }

    public Timeouts withIdle(Duration value) {
        return new Timeouts(acquire, connect, firstByte, value, total);
    }

    public Timeouts withTotal(Duration value) {
        return new Timeouts(acquire, connect, firstByte, idle, value);
    }
}

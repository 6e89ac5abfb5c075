package io.agenticraft.admission;

import java.time.Duration;
import java.util.Objects;

/**
 * How much may be sent to a target in any window of time.
 *
 * @param requests calls, or {@link Long#MAX_VALUE} for any number
 * @param tokens tokens of both directions, or {@link Long#MAX_VALUE} for any number
 * @param window the length of each window
 */
public record Limits(long requests, long tokens, Duration window) {
    /** Any number of either. */
    public static final long ANY = Long.MAX_VALUE;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Limits NONE = new Limits(ANY, ANY, MINUTE);

    public Limits {
        Objects.requireNonNull(window, "window");
        if (requests < 1 || tokens < 1) {
            throw new IllegalArgumentException(
                    "A rate limit lets at least 1 through, not " + requests + " requests and " + tokens + " tokens");
        }
        if (window.compareTo(Duration.ofMillis(1)) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A rate limit's window is 1 ms to a year long, not " + window);
        }
    }

    /** RPM and TPM: so many calls and tokens in any minute. */
    public static Limits perMinute(long requests, long tokens) {
        return new Limits(requests, tokens, MINUTE);
    }

    /** So many calls in any minute, whatever their tokens. */
    public static Limits requestsPerMinute(long requests) {
        return new Limits(requests, ANY, MINUTE);
    }

    /** No limits but those that the provider tells of. */
    public static Limits none() {
        return NONE;
    }
}

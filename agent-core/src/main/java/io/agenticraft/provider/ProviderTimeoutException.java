package io.agenticraft.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No answer within the time allowed; {@link #phase()} says which of the {@link Timeouts} was passed. */
public final class ProviderTimeoutException extends ProviderException {
    private static final long serialVersionUID = 1L;

    private final Phase phase;
    private final @Nullable Duration limit;

    /** What took too long. */
    public enum Phase {
        /** Waiting for a free connection of a pool that was full: nothing was sent. */
        ACQUIRE,
        /** Opening a connection: nothing was sent. */
        CONNECT,
        /** The beginning of the answer. */
        FIRST_BYTE,
        /** The next piece of the answer. */
        IDLE,
        /** The whole answer. */
        TOTAL,
        /** The provider itself gave up, as HTTP 408 says. */
        PROVIDER
    }

    /** The provider itself gave up. */
    public ProviderTimeoutException(ErrorDetails details, @Nullable Throwable cause) {
        this(details, Phase.PROVIDER, null, cause);
    }

    public ProviderTimeoutException(
            ErrorDetails details, Phase phase, @Nullable Duration limit, @Nullable Throwable cause) {
        super(details, cause);
        this.phase = phase;
        this.limit = limit;
    }

    /** What took too long. */
    public Phase phase() {
        return phase;
    }

    /** The limit that was passed, or null where it is not ours. */
    public @Nullable Duration limit() {
        return limit;
    }
}

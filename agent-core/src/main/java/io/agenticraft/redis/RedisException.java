package io.agenticraft.redis;

import java.util.Objects;

/**
 * A command of a shared Redis has no answer. Its message holds neither keys nor values nor a password, and it has no stack
 * trace: it is an expected event, which may come often while a server is down.
 */
public final class RedisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    RedisException(Kind kind, String message) {
        super(Objects.requireNonNull(message), null, false, false);
        this.kind = Objects.requireNonNull(kind);
    }

    public Kind kind() {
        return kind;
    }

    /** What went wrong. */
    public enum Kind {
        /** No answer came in time; the command may have been carried out. */
        TIMEOUT,
        /** The connection failed; the command may have been carried out. */
        CONNECTION,
        /** The server answered with an error. */
        REFUSED,
        /** Nothing was sent: the server failed lately and is left alone for a while. */
        NOT_ASKED,
        /** Nothing was sent: as many commands as are allowed wait for answers already. */
        OVERLOADED,
        /** Nothing was sent: this client is closed. */
        CLOSED
    }
}

package io.agenticraft.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a request gets an error instead of an answer. Thrown to leave the path of a good answer; has no stack trace. */
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String reason;
    private final @Nullable String subject;
    private final Duration retryAfter;

    Rejection(Fault fault, String reason, @Nullable String subject, Duration retryAfter) {
        super(reason, null, false, false);
        this.fault = fault;
        this.reason = reason;
        this.subject = subject;
        this.retryAfter = retryAfter;
    }

    static Rejection of(Fault fault, String reason) {
        return new Rejection(fault, reason, null, Duration.ZERO);
    }

    static Rejection badRequest(String reason, String subject) {
        return new Rejection(Fault.BAD_REQUEST, reason, subject, Duration.ZERO);
    }

    Fault fault() {
        return fault;
    }

    String reason() {
        return reason;
    }

    /** What it is about: a field of the body, the model that is not known, or the exhausted limit, requests or tokens. */
    @Nullable
    String subject() {
        return subject;
    }

    /** When to try again; zero when it does not matter. */
    Duration retryAfter() {
        return retryAfter;
    }
}

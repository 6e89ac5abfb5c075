package io.agenticraft.admission;

import io.agenticraft.policy.RefusedException;
import java.time.Duration;

/** A call was not admitted to a target's rate limits: too many wait already, or it would wait too long. */
public final class AdmissionException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final String target;
    private final Reason reason;
    private final Duration wait;

    AdmissionException(String target, Reason reason, Duration wait, String message) {
        super(message);
        this.target = target;
        this.reason = reason;
        this.wait = wait;
    }

    /** {@code provider:model}. */
    public String target() {
        return target;
    }

    public Reason reason() {
        return reason;
    }

    /** How long the call would have waited, as far as can be said. */
    @Override
    public Duration retryAfter() {
        return wait;
    }

    @Override
    public boolean mayPassElsewhere() {
        return true;
    }

    /** Why a call was not admitted. */
    public enum Reason {
        /** As many calls wait as may wait. */
        QUEUE_FULL,
        /** It would wait beyond its deadline, or beyond the longest wait allowed. */
        WAIT_TOO_LONG
    }
}

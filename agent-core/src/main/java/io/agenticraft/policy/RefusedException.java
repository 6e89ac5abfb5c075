package io.agenticraft.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A policy has refused a call before anything was sent; the subclass says why. */
public abstract class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was refused and what to do, free of secrets */
    protected RefusedException(String message) {
        super(message);
    }

    /** After how long the same call may pass, or null where waiting does not help or nobody knows. */
    public abstract @Nullable Duration retryAfter();

    /** Whether the refusal concerns this target only, so that another one may still be asked. */
    public abstract boolean mayPassElsewhere();
}

package io.agenticraft.policy;

import java.util.Objects;

/**
 * One of the calls that are made for a single answer.
 *
 * @param number counts them from 1
 * @param reason why it is made
 */
public record Attempt(int number, Reason reason) {
    private static final Attempt FIRST = new Attempt(1, Reason.FIRST);

    public Attempt {
        if (number < 1) {
            throw new IllegalArgumentException("Attempts count from 1, not " + number);
        }
        Objects.requireNonNull(reason, "reason");
    }

    /** The first one. */
    public static Attempt first() {
        return FIRST;
    }

    /** Why an attempt is made. */
    public enum Reason {
        /** It is the first. */
        FIRST,
        /** The one before failed, and may succeed at the same target. */
        RETRY,
        /** The one before failed, and another target may do better. */
        FALLBACK,
        /** The one before takes long; the first answer of both counts. */
        HEDGE
    }
}

package io.agenticraft.resilience;

import java.util.Arrays;

/** Sums up a call's failed attempts. It is suppressed in the last one's failure, and holds no words of providers. */
final class FailedAttempts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedAttempts(String summary) {
        super(summary, null, false, false);
    }

    static boolean in(Throwable failure) {
        return Arrays.stream(failure.getSuppressed()).anyMatch(FailedAttempts.class::isInstance);
    }
}

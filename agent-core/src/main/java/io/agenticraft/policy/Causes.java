package io.agenticraft.policy;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What really failed: futures wrap failures on their way, but policies decide by them, and callers catch them. */
public final class Causes {
    private Causes() {}

    /** The failure without what futures have put around it. */
    public static Throwable of(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The same, or null where nothing has failed. */
    public static @Nullable Throwable ofNullable(@Nullable Throwable failure) {
        return failure == null ? null : of(failure);
    }
}

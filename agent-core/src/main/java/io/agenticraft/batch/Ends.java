package io.agenticraft.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** How a waiting thread hears of a batch's end. */
final class Ends {
    private Ends() {}

    static BatchProgress await(CompletableFuture<BatchProgress> run) throws InterruptedException {
        try {
            return run.get();
        } catch (InterruptedException e) {
            run.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() != null ? e.getCause() : e);
        }
    }

    /** The failure as it is, or within a {@link CompletionException} where the compiler would want it declared. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new CompletionException(failure);
    }
}

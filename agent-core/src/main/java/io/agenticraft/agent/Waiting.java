package io.agenticraft.agent;

import io.agenticraft.policy.Causes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The ways in which callers wait for a run. */
final class Waiting {
    private Waiting() {}

    /** The result, or the failure as it is. */
    static RunResult await(CompletableFuture<RunResult> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            run.cancel(true);
            Thread.currentThread().interrupt();
            throw new RunInterruptedException();
        } catch (ExecutionException e) {
            throw asUnchecked(Causes.of(e));
        }
    }

    /** The same, completing on an executor. */
    static CompletableFuture<RunResult> handOver(CompletableFuture<RunResult> run, Executor executor) {
        CompletableFuture<RunResult> handed = new CompletableFuture<>();
        whenEnded(run, (result, failure) -> Threads.handOver(executor, () -> complete(handed, result, failure)));
        whenEnded(handed, (result, failure) -> run.cancel(true));
        return handed;
    }

    private static void complete(
            CompletableFuture<RunResult> handed, @Nullable RunResult result, @Nullable Throwable failure) {
        if (failure == null) {
            handed.complete(result);
        } else {
            handed.completeExceptionally(Causes.of(failure));
        }
    }

    /** Calls back when a future ends. The callback itself must not throw: nobody would hear of it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static <T> void whenEnded(
            CompletableFuture<T> future, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> callback) {
        future.whenComplete(callback);
    }

    private static RuntimeException asUnchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
    }
}

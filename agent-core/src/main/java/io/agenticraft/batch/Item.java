package io.agenticraft.batch;

import io.agenticraft.agent.RunResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request on its way from the source to its result. Guarded by its batch's lock. */
final class Item {
    final long index;
    final BatchRequest request;

    /** The number of its latest attempt among all attempts of the batch. */
    long sent;

    int attempts;
    /** Whether a tool was called for it: then another attempt would do twice what tools do. */
    volatile boolean acted;

    @Nullable
    CompletableFuture<RunResult> run;

    @Nullable
    Runnable delay;

    private @Nullable BatchResult result;

    Item(long index, BatchRequest request) {
        this.index = index;
        this.request = request;
    }

    void end(@Nullable RunResult value, @Nullable Throwable failure) {
        Throwable why =
                value == null && failure == null ? new NullPointerException("The agent answered null") : failure;
        result = new BatchResult(index, request.id(), why == null ? value : null, why, attempts);
    }

    @Nullable
    BatchResult result() {
        return result;
    }
}

package io.agenticraft.batch;

import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request on its way from the source to its result. Guarded by its batch's lock. */
final class Item {
    final long index;
    final BatchRequest request;

    /** The number of its latest attempt among all attempts at its target. */
    long sent;

    /** Whom it makes wait while it waits itself. */
    Hold hold = Hold.NOTHING;

    @Nullable
    Lane lane;

    int attempts;
    /** Whether a tool was called for it: then another attempt would do twice what tools do. */
    volatile boolean acted;

    @Nullable
    CompletableFuture<RunResult> run;

    @Nullable
    Runnable delay;

    private @Nullable BatchResult result;

    /** What an item's waiting holds. */
    enum Hold {
        NOTHING,
        TARGET,
        TENANT
    }

    Item(long index, BatchRequest request) {
        this.index = index;
        this.request = request;
    }

    Lane lane() {
        return Objects.requireNonNull(lane, "The item is in no lane");
    }

    /** On whose behalf it is run where its options say so; empty: the batch's own. */
    String tenant() {
        RunOptions own = request.options();
        String tenant = own == null ? null : own.tenant();
        return tenant == null ? "" : tenant;
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

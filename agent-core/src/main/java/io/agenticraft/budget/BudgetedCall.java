package io.agenticraft.budget;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.LateCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call that is paid for, and its future. */
final class BudgetedCall extends LateCall {
    private final Store store;
    private final Costs costs;
    private final List<Line> lines;
    private final @Nullable CountingSink sink;
    private Verdict verdict = Verdict.UNCHECKED;

    BudgetedCall(Store store, Costs costs, List<Line> lines, @Nullable CountingSink sink) {
        this.store = store;
        this.costs = costs;
        this.lines = lines;
        this.sink = sink;
    }

    /** It is paid for; it is sent unless it was cancelled meanwhile. */
    void begin(Verdict granted, Supplier<CompletableFuture<ModelResponse>> send) {
        verdict = granted;
        if (isDone()) {
            store.settle(lines, granted, 0, 0);
            return;
        }
        CompletableFuture<ModelResponse> sent;
        try {
            sent = send.get();
        } catch (Throwable e) {
            sent = CompletableFuture.failedFuture(e);
        }
        follow(sent);
    }

    @Override
    protected void ended(@Nullable ModelResponse response, @Nullable Throwable failure) {
        Usage real = costs.real(response, failure, sink == null ? 0 : sink.tokens());
        store.settle(lines, verdict, costs.nanoUsd(real), Costs.tokens(real));
    }
}

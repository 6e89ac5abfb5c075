package io.agenticraft.admission;

import io.agenticraft.estimate.TokenEstimate;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.LateCall;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call that asks for admission, and its future. */
final class AdmittedCall extends LateCall {
    private final Target target;
    private final CallScope scope;
    private final TokenEstimate guess;
    private final TokenEstimate estimate;
    private final Supplier<CompletableFuture<ModelResponse>> call;
    private final long askedNanos;

    private @Nullable Receipt receipt;
    private @Nullable AdmissionException refusal;

    /**
     * @param guess of its tokens, as it was before experience corrected it to {@code estimate}
     * @param call sends it
     */
    AdmittedCall(
            Target target,
            CallScope scope,
            TokenEstimate guess,
            TokenEstimate estimate,
            Supplier<CompletableFuture<ModelResponse>> call,
            long askedNanos) {
        this.target = target;
        this.scope = scope;
        this.guess = guess;
        this.estimate = estimate;
        this.call = call;
        this.askedNanos = askedNanos;
    }

    /**
     * What was taken for a call.
     *
     * @param slot where it is counted
     * @param requests calls sent until then, this one included
     * @param tokens their tokens
     * @param input their prompts' tokens
     */
    record Receipt(long slot, long requests, long tokens, long input) {}

    /** Called under the target's lock. */
    void admitted(Receipt value) {
        receipt = value;
    }

    Receipt receipt() {
        return Objects.requireNonNull(receipt, "The call was not admitted");
    }

    CallScope scope() {
        return scope;
    }

    String tenant() {
        return scope.tenant() == null ? "" : scope.tenant();
    }

    TokenEstimate guess() {
        return guess;
    }

    TokenEstimate estimate() {
        return estimate;
    }

    long askedNanos() {
        return askedNanos;
    }

    /** Called under the target's lock, instead of {@link #admitted}. */
    void refuse(AdmissionException why) {
        refusal = why;
    }

    void launch() {
        if (refusal != null) {
            completeExceptionally(refusal);
            return;
        }
        if (isDone()) {
            target.neverSent(this); // cancelled as its turn came
            return;
        }
        CompletableFuture<ModelResponse> sent;
        try {
            sent = call.get();
        } catch (Throwable e) {
            sent = CompletableFuture.failedFuture(e);
        }
        follow(sent);
    }

    @Override
    protected void ended(@Nullable ModelResponse response, @Nullable Throwable failure) {
        target.ended(this, response, failure);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        target.leave(this);
        return cancelled;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean failed = super.completeExceptionally(failure);
        target.leave(this);
        return failed;
    }
}

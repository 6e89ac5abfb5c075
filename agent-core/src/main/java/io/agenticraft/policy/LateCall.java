package io.agenticraft.policy;

import io.agenticraft.model.ModelResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call that a policy may begin later than it is asked, and whose end the policy sees before the caller does.
 * Cancelling it cancels the call, or keeps it from beginning.
 */
public abstract class LateCall extends CompletableFuture<ModelResponse> {
    private volatile @Nullable CompletableFuture<ModelResponse> under;

    /** What {@link #follow} is given has ended, once; {@code failure} is never wrapped. What this throws fails the call. */
    protected abstract void ended(@Nullable ModelResponse response, @Nullable Throwable failure);

    /** Ends as {@code call} does. To be used once. */
    protected final void follow(CompletableFuture<ModelResponse> call) {
        under = call;
        if (isDone()) {
            call.cancel(true);
        }
        CompletableFuture<ModelResponse> unused = call.whenComplete(this::end);
    }

    private void end(@Nullable ModelResponse response, @Nullable Throwable failure) {
        Throwable cause = Causes.ofNullable(failure);
        try {
            ended(response, cause);
        } catch (Throwable e) {
            completeExceptionally(e);
        }
        if (cause != null) {
            completeExceptionally(cause);
        } else {
            complete(response);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        CompletableFuture<ModelResponse> call = under;
        if (call != null) {
            call.cancel(mayInterruptIfRunning); // its end is seen before this one's
        }
        boolean cancelled = super.cancel(mayInterruptIfRunning) || isCancelled();
        CompletableFuture<ModelResponse> begun = under;
        if (call == null && begun != null) {
            begun.cancel(mayInterruptIfRunning); // it began meanwhile, and may not have seen this
        }
        return cancelled;
    }
}

package io.agenticraft.policy;

import io.agenticraft.model.ModelResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call that a policy may begin later than it is asked, and whose end the policy sees before the caller does.
 * Whoever ends it from outside ends the call the same way, or keeps it from beginning: cancelled it is cancelled, and failed it
 * fails with the same failure, so that the policy books what its caller thinks.
 */
public abstract class LateCall extends CompletableFuture<ModelResponse> {
    private volatile @Nullable CompletableFuture<ModelResponse> under;

    /** What {@link #follow} is given has ended, once; {@code failure} is never wrapped. What this throws fails the call. */
    protected abstract void ended(@Nullable ModelResponse response, @Nullable Throwable failure);

    /** Ends as {@code call} does. To be used once. */
    protected final void follow(CompletableFuture<ModelResponse> call) {
        under = call;
        if (isDone()) {
            stop(call);
        }
        CompletableFuture<ModelResponse> unused = call.whenComplete(this::end);
    }

    /** This has ended before the call could: the call ends likewise. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void stop(CompletableFuture<ModelResponse> call) {
        if (isCompletedExceptionally() && !isCancelled()) {
            whenComplete((response, failure) -> call.completeExceptionally(Objects.requireNonNull(failure)));
        }
        call.cancel(true);
    }

    private void end(@Nullable ModelResponse response, @Nullable Throwable failure) {
        Throwable cause = Causes.ofNullable(failure);
        try {
            ended(response, cause);
        } catch (Throwable e) {
            super.completeExceptionally(e);
        }
        if (cause != null) {
            super.completeExceptionally(cause);
        } else {
            super.complete(response);
        }
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        CompletableFuture<ModelResponse> call = under;
        boolean passed = call != null && call.completeExceptionally(failure); // its end is seen before this one's
        boolean failed = super.completeExceptionally(failure) || passed;
        stopUnder();
        return failed;
    }

    @Override
    public boolean complete(@Nullable ModelResponse response) {
        boolean completed = super.complete(response);
        stopUnder();
        return completed;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        CompletableFuture<ModelResponse> call = under;
        if (call != null) {
            call.cancel(mayInterruptIfRunning); // its end is seen before this one's
        }
        boolean cancelled = super.cancel(mayInterruptIfRunning) || isCancelled();
        if (call == null) {
            stopUnder();
        }
        return cancelled;
    }

    /** It may have begun meanwhile, and not have seen that this has ended. */
    private void stopUnder() {
        CompletableFuture<ModelResponse> begun = under;
        if (begun != null) {
            stop(begun);
        }
    }
}

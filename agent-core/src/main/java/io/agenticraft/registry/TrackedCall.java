package io.agenticraft.registry;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of an instance as its caller sees it: its end is noted once, and before the caller hears of it, so that what the
 * caller then asks of the registry is up to date. A caller that cancels it cancels the instance's call, and one that fails it
 * fails that with the same failure.
 */
final class TrackedCall<T> extends CompletableFuture<T> {
    private final CompletableFuture<T> call;

    private TrackedCall(CompletableFuture<T> call) {
        this.call = call;
    }

    static <T> CompletableFuture<T> of(CompletableFuture<T> call, Consumer<@Nullable Throwable> onEnd) {
        TrackedCall<T> tracked = new TrackedCall<>(call);
        var unused = call.whenComplete((answer, failure) -> {
            onEnd.accept(failure);
            tracked.ended(answer, failure);
        });
        return tracked;
    }

    private void ended(@Nullable T answer, @Nullable Throwable failure) {
        if (failure == null) {
            super.complete(answer);
        } else {
            super.completeExceptionally(failure);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        call.cancel(mayInterruptIfRunning);
        return cancelled;
    }

    @Override
    public boolean complete(@Nullable T value) {
        boolean completed = super.complete(value);
        call.cancel(true);
        return completed;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean passed = call.completeExceptionally(failure); // its end is noted before this one's
        boolean completed = super.completeExceptionally(failure) || passed;
        call.cancel(true);
        return completed;
    }
}

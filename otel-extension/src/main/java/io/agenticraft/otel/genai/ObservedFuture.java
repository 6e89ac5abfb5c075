package io.agenticraft.otel.genai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands for another future, with the very same value or exception object, once an observer has seen it. Cancelling or
 * completing this one cancels or completes that one.
 */
public final class ObservedFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final CompletableFuture<T> original;

    private ObservedFuture(CompletableFuture<T> original) {
        this.original = original;
    }

    /**
     * What to hand out instead of {@code original}.
     *
     * @param observer called with the value or the failure before anybody else sees it; what it throws is swallowed and
     *     counted
     * @return {@code original} itself if it is complete already
     */
    public static <T extends @Nullable Object> CompletableFuture<T> observe(
            CompletableFuture<T> original, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> observer) {
        if (original.isDone()) {
            tellOutcome(original, observer);
            return original;
        }
        ObservedFuture<T> observed = new ObservedFuture<>(original);
        CompletableFuture<T> unused = original.whenComplete((value, failure) -> {
            tell(observer, value, failure);
            observed.follow(value, failure);
        });
        return observed;
    }

    private static <T extends @Nullable Object> void tellOutcome(
            CompletableFuture<T> done, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> observer) {
        if (done.isCompletedExceptionally()) {
            CompletableFuture<T> unused = done.whenComplete((value, failure) -> tell(observer, value, failure));
        } else {
            tell(observer, done.join(), null);
        }
    }

    private static <T extends @Nullable Object> void tell(
            BiConsumer<? super @Nullable T, ? super @Nullable Throwable> observer,
            @Nullable T value,
            @Nullable Throwable failure) {
        try {
            observer.accept(value, failure);
        } catch (Throwable e) {
            Failures.count(e);
        }
    }

    private void follow(T value, @Nullable Throwable failure) {
        if (failure == null) {
            super.complete(value);
        } else {
            super.completeExceptionally(failure);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        original.cancel(mayInterruptIfRunning);
        return isCancelled();
    }

    @Override
    public boolean complete(T value) {
        return original.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return original.completeExceptionally(failure);
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return original.newIncompleteFuture();
    }

    @Override
    public Executor defaultExecutor() {
        return original.defaultExecutor();
    }
}

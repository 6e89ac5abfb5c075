package io.agenticraft.otel.adapters.openai;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stands for a future of the library: completes after it with what is made of its value or with the very exception,
 * and is cancelled with it.
 */
final class TrackedFuture<T> extends CompletableFuture<T> {
    private final CompletableFuture<T> source;

    private TrackedFuture(CompletableFuture<T> source) {
        this.source = source;
    }

    /**
     * @param onValue hears of the value, and makes what the host gets of it; must not throw
     * @param onFailure hears of the failure, perhaps twice; also of one by which the host itself ends its waiting
     */
    @SuppressWarnings("FutureReturnValueIgnored") // Only watched; what the watching adds cannot fail.
    static <T> TrackedFuture<T> of(CompletableFuture<T> source, Function<T, T> onValue, Consumer<Throwable> onFailure) {
        TrackedFuture<T> future = new TrackedFuture<>(source);
        // Hears of a timeout or a cancellation that the host sets on the future itself.
        future.whenComplete((value, failure) -> {
            if (failure != null) {
                onFailure.accept(failure);
            }
        });
        source.whenComplete((value, failure) -> {
            if (failure != null) {
                onFailure.accept(failure);
                future.completeExceptionally(failure);
            } else {
                future.complete(onValue.apply(value));
            }
        });
        return future;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        source.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }
}

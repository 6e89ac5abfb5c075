package io.agenticraft.otel.adapters.openai;

import io.agenticraft.otel.adapter.SeamHandler;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Observes the future of a whole answer for what does not reach the raw response behind it: the host's cancelling it
 * or giving it a timeout. The library then drops the response unparsed. The future itself is not replaced.
 */
public final class AwaitHandler implements SeamHandler {
    @Override
    @SuppressWarnings("MustBeClosedChecker") // Closed at exit, which follows in any case.
    public Object enter(Object self, @Nullable Object[] args) {
        Awaited awaited = new Awaited();
        return new Entered(awaited, awaited.makeCurrent());
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Only watched; its failures are the host's.
    public @Nullable Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        Entered entered = (Entered) token;
        entered.scope.close();
        ChatCall call = entered.awaited.call();
        if (call != null && returned instanceof CompletableFuture<?> future) {
            future.whenComplete((answer, failure) -> {
                if (failure != null) {
                    call.onFailure(failure);
                }
            });
        }
        return returned;
    }

    private record Entered(Awaited awaited, Scope scope) {}
}

package io.agenticraft.stats;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ForwardingProvider;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider whose calls are measured, for the agent of the scope. */
final class MeasuredProvider extends ScopedProvider {
    private final CallStats stats;

    MeasuredProvider(ModelProvider next, CallStats stats) {
        super(next);
        this.stats = stats;
    }

    @Override
    protected ModelProvider in(CallScope scope) {
        String agent = scope.agent();
        return new Bound(scope.bind(next()), stats, agent == null ? "" : agent);
    }

    private static final class Bound extends ForwardingProvider {
        private final CallStats stats;
        private final String agent;

        Bound(ModelProvider next, CallStats stats, String agent) {
            super(next);
            this.stats = stats;
            this.agent = agent;
        }

        @Override
        protected CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink) {
            MeasuredCall call = new MeasuredCall(stats, next().name(), request.model(), agent);
            try {
                return call.measuring(forward(request, sink == null ? null : new MeasuredSink(sink, call)));
            } catch (Throwable e) {
                throw call.thrown(e);
            }
        }
    }
}

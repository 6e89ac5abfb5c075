package io.agenticraft.stats;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.DelegatingProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;

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

    private static final class Bound extends DelegatingProvider {
        private final CallStats stats;
        private final String agent;

        Bound(ModelProvider next, CallStats stats, String agent) {
            super(next);
            this.stats = stats;
            this.agent = agent;
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            MeasuredCall call = begin(request);
            try {
                return call.measuring(next().complete(request));
            } catch (Throwable e) {
                throw call.thrown(e);
            }
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            MeasuredCall call = begin(request);
            try {
                return call.measuring(next().stream(request, new MeasuredSink(sink, call)));
            } catch (Throwable e) {
                throw call.thrown(e);
            }
        }

        private MeasuredCall begin(ModelRequest request) {
            return new MeasuredCall(stats, next().name(), request.model(), agent);
        }
    }
}

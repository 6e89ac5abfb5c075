package io.agenticraft.agent;

import io.agenticraft.conversation.GrowingTranscript;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ForwardingProvider;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends the one target of a run without a router its own compile of the run's messages; a router does so itself. */
final class CompilingProvider extends ScopedProvider {

    CompilingProvider(ModelProvider next) {
        super(next);
    }

    @Override
    protected ModelProvider in(CallScope scope) {
        return new Bound(scope.bind(next()));
    }

    private static final class Bound extends ForwardingProvider {
        private final GrowingTranscript transcript = new GrowingTranscript(name());

        Bound(ModelProvider next) {
            super(next);
        }

        @Override
        protected CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink) {
            return forward(transcript.compile(request, request.model()), sink);
        }
    }
}

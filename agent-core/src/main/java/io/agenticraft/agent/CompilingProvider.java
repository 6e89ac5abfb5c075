package io.agenticraft.agent;

import io.agenticraft.conversation.GrowingTranscript;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.DelegatingProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends the one target of a run without a router its own compile of the run's messages; a router does so itself. */
final class CompilingProvider extends ScopedProvider {

    CompilingProvider(ModelProvider next) {
        super(next);
    }

    @Override
    protected ModelProvider in(CallScope scope) {
        return new Bound(scope.bind(next()));
    }

    private static final class Bound extends DelegatingProvider {
        private final GrowingTranscript transcript = new GrowingTranscript(name());

        Bound(ModelProvider next) {
            super(next);
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return next().complete(compiled(request));
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            return next().stream(compiled(request), sink);
        }

        private ModelRequest compiled(ModelRequest request) {
            List<Message> messages = transcript.compile(request.messages());
            return messages == request.messages()
                    ? request
                    : request.toBuilder().messages(messages).build();
        }
    }
}

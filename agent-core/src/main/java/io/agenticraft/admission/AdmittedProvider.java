package io.agenticraft.admission;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ForwardingProvider;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider whose calls ask for admission first. */
final class AdmittedProvider extends ScopedProvider {
    private final Admission admission;

    AdmittedProvider(Admission admission, ModelProvider next) {
        super(next);
        this.admission = admission;
    }

    @Override
    protected ModelProvider in(CallScope scope) {
        return new Scoped(admission, scope, scope.bind(next()));
    }

    private static final class Scoped extends ForwardingProvider {
        private final Admission admission;
        private final CallScope scope;

        Scoped(Admission admission, CallScope scope, ModelProvider next) {
            super(next);
            this.admission = admission;
            this.scope = scope;
        }

        @Override
        protected CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink) {
            return admission.target(next().name(), request.model()).call(scope, request, () -> forward(request, sink));
        }
    }
}

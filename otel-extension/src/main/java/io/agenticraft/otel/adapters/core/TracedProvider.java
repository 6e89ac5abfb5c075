package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ForwardingProvider;
import io.agenticraft.provider.ModelProvider;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider whose calls are observed, within a run or on their own. */
final class TracedProvider extends ForwardingProvider {
    private final Telemetry telemetry;
    private final Caller caller;
    private final ProviderAddress address;

    private TracedProvider(ModelProvider delegate, Telemetry telemetry, Caller caller) {
        super(delegate);
        this.telemetry = telemetry;
        this.caller = caller;
        address = ProviderAddress.of(delegate);
    }

    /** Observes {@code provider}; one that is observed already is not observed twice. */
    static ModelProvider of(ModelProvider provider, Telemetry telemetry, Caller caller) {
        ModelProvider plain = provider instanceof TracedProvider traced ? traced.next() : provider;
        return new TracedProvider(plain, telemetry, caller);
    }

    @Override
    protected CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink) {
        ModelCall call = ModelCall.start(telemetry, request, address, sink != null, caller);
        CompletableFuture<ModelResponse> response;
        Scope scope = call.context().makeCurrent();
        try {
            response = forward(request, sink == null ? null : call.observing(sink));
        } catch (Throwable e) {
            call.fail(e);
            throw e;
        } finally {
            scope.close();
        }
        return call.observe(response);
    }
}

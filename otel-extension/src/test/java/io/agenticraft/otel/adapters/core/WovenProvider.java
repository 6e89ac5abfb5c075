package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider with a handler around its calls, as woven code has it. */
record WovenProvider(ModelProvider woven) implements ModelProvider {

    @Override
    public String name() {
        return woven.name();
    }

    @Override
    public @Nullable URI endpoint() {
        return woven.endpoint();
    }

    @Override
    @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"})
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return (CompletableFuture<ModelResponse>) Weaving.call(
                new ProviderHandler(), woven, new Object[] {request}, args -> woven.complete((ModelRequest) args[0]));
    }

    @Override
    @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"})
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return (CompletableFuture<ModelResponse>) Weaving.call(
                new ProviderHandler(),
                woven,
                new Object[] {request, sink},
                args -> woven.stream((ModelRequest) args[0], (EventSink) args[1]));
    }
}

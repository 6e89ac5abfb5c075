package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.adapter.SeamHandler;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Around {@code complete(ModelRequest)} and {@code stream(ModelRequest, EventSink)} of agent-core's providers. */
public final class ProviderHandler implements SeamHandler {
    private static final int REQUEST = 0;
    private static final int SINK = 1;

    /** Made by weavers. */
    public ProviderHandler() {}

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed in exit, which weavers call whatever happens in between
    public @Nullable Object enter(Object self, Object[] args) {
        if (!(self instanceof ModelProvider provider) || !(args[REQUEST] instanceof ModelRequest request)) {
            return null;
        }
        boolean streaming = args.length > SINK;
        ModelCall call =
                ModelCall.start(Telemetry.current(), request, ProviderAddress.of(provider), streaming, Caller.UNKNOWN);
        if (streaming && args[SINK] instanceof EventSink sink) {
            args[SINK] = call.observing(sink);
        }
        return new Started(call, call.context().makeCurrent());
    }

    @Override
    public @Nullable Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        Started started = (Started) token;
        started.scope.close();
        if (thrown != null) {
            started.call.fail(thrown);
            return returned;
        }
        return returned instanceof CompletableFuture<?> response
                ? started.call.observe(castResponse(response))
                : returned;
    }

    @SuppressWarnings("unchecked") // the seam's signature
    private static CompletableFuture<ModelResponse> castResponse(CompletableFuture<?> response) {
        return (CompletableFuture<ModelResponse>) response;
    }

    private record Started(ModelCall call, Scope scope) {}
}

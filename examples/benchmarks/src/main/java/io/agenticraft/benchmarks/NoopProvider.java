package io.agenticraft.benchmarks;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider that answers the same at once, or, like a real one, after the call has returned. */
final class NoopProvider implements ModelProvider {
    private static final URI ENDPOINT = URI.create("https://models.example/v1");
    private static final ModelResponse RESPONSE = new ModelResponse(
            "chatcmpl-1",
            "gpt-4o-2024-08-06",
            Message.assistant("Hello."),
            FinishReason.STOP,
            "stop",
            new Usage(1200L, 350L, 800L, null, 64L),
            "req-1",
            Map.of());

    private final boolean later;
    private @Nullable CompletableFuture<ModelResponse> pending;

    NoopProvider(boolean later) {
        this.later = later;
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public URI endpoint() {
        return ENDPOINT;
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        if (!later) {
            return CompletableFuture.completedFuture(RESPONSE);
        }
        pending = new CompletableFuture<>();
        return pending;
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return complete(request);
    }

    /** The answer to the call made last has come. */
    void answer() {
        if (pending != null) {
            pending.complete(RESPONSE);
        }
    }
}

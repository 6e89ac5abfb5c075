package io.agenticraft.ollama;

import io.agenticraft.http.Framing;
import io.agenticraft.http.Hints;
import io.agenticraft.http.HttpService;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.Probing;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/chat}. */
final class OllamaProvider implements ModelProvider, Probing {
    private static final String PATH = "/api/chat";
    private static final String TAGS = "/api/tags";

    private final String name;
    private final HttpService http;
    private final UnsupportedOptions unsupported;

    OllamaProvider(ProviderSpec spec) {
        name = spec.provider();
        unsupported = new UnsupportedOptions(name);
        http = HttpService.open(
                        spec,
                        new Hints(
                                Hints.key(spec, Ollama.NAME, Ollama.KEY),
                                "Check that Ollama runs there (" + Hints.url(spec, Ollama.NAME, Ollama.HOST)
                                        + ") and has the model (ollama pull NAME)"))
                .credentialHeader("authorization", "Bearer ");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable URI endpoint() {
        return http.endpoint();
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return http.complete(PATH, body(request, false), emitter -> new OllamaAnswer(name, emitter));
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return http.stream(PATH, body(request, true), Framing.LINES, sink, emitter -> new OllamaAnswer(name, emitter));
    }

    private HttpService.Body body(ModelRequest request, boolean stream) {
        return () -> new OllamaRequest(request, name, unsupported).toBytes(stream);
    }

    @Override
    public CompletableFuture<ProbeResult> connect() {
        return http.connect();
    }

    @Override
    public CompletableFuture<ProbeResult> probe() {
        return http.probe(TAGS);
    }

    @Override
    public CompletableFuture<ProbeResult> probe(String model) {
        return http.probe(TAGS, new OllamaTags(name, model)::read);
    }

    @Override
    public void close() {
        http.close();
    }
}

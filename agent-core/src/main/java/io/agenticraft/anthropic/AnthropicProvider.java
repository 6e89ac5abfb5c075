package io.agenticraft.anthropic;

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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/messages}. */
final class AnthropicProvider implements ModelProvider, Probing {
    private static final String VERSION = "2023-06-01";

    private final String name;
    private final String path;
    private final String models;
    private final HttpService http;
    private final UnsupportedOptions unsupported;

    AnthropicProvider(ProviderSpec spec) {
        name = spec.provider();
        String base = String.valueOf(spec.baseUrl().getPath());
        String version = base.endsWith("/v1") || base.endsWith("/v1/") ? "" : "/v1";
        path = version + "/messages";
        models = version + "/models";
        unsupported = new UnsupportedOptions(name);
        http = HttpService.open(spec, hints(spec))
                .credentialHeader("x-api-key", "")
                .headers(Map.of("anthropic-version", VERSION));
    }

    private static Hints hints(ProviderSpec spec) {
        return new Hints(
                Hints.key(spec, Anthropic.NAME, Anthropic.KEY),
                "Check the model's name and " + Hints.url(spec, Anthropic.NAME, Anthropic.BASE_URL));
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
        return http.complete(path, body(request, false), emitter -> new MessagesAnswer(name, emitter));
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return http.stream(
                path, body(request, true), Framing.EVENTS, sink, emitter -> new MessagesAnswer(name, emitter));
    }

    private HttpService.Body body(ModelRequest request, boolean stream) {
        return () -> new MessagesRequest(request, name, unsupported).toBytes(stream);
    }

    @Override
    public CompletableFuture<ProbeResult> connect() {
        return http.connect();
    }

    @Override
    public CompletableFuture<ProbeResult> probe() {
        return http.probe(models);
    }

    @Override
    public void close() {
        http.close();
    }
}

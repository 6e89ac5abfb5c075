package io.agenticraft.openai;

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

/** {@code POST /chat/completions}. */
final class OpenAiProvider implements ModelProvider, Probing {
    private static final String PATH = "/chat/completions";
    private static final String MODELS = "/models";

    private final String name;
    private final URI baseUrl;
    private final Dialect dialect;
    private final HttpService http;
    private final UnsupportedOptions unsupported;
    private final ReasoningField reasoningField = new ReasoningField();

    OpenAiProvider(ProviderSpec spec) {
        name = spec.provider();
        baseUrl = spec.baseUrl();
        dialect = Dialect.of(baseUrl);
        unsupported = new UnsupportedOptions(name);
        HttpService service = HttpService.open(
                spec,
                new Hints(
                        Hints.key(spec, OpenAi.NAME, OpenAi.KEY),
                        "Check the model's name and " + Hints.url(spec, OpenAi.NAME, OpenAi.BASE_URL)));
        http = dialect == Dialect.AZURE
                ? service.credentialHeader("api-key", "")
                : service.credentialHeader("authorization", "Bearer ");
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
        return http.complete(
                path(request), body(request, false), emitter -> new ChatAnswer(name, reasoningField, emitter));
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return http.stream(
                path(request),
                body(request, true),
                Framing.EVENTS,
                sink,
                emitter -> new ChatAnswer(name, reasoningField, emitter));
    }

    private String path(ModelRequest request) {
        return dialect == Dialect.AZURE ? AzurePaths.deployment(baseUrl, request.model()) + PATH : PATH;
    }

    private HttpService.Body body(ModelRequest request, boolean stream) {
        return () -> new ChatRequest(request, name, dialect, reasoningField.name(), unsupported).toBytes(stream);
    }

    @Override
    public CompletableFuture<ProbeResult> connect() {
        return http.connect();
    }

    @Override
    public CompletableFuture<ProbeResult> probe() {
        String models = dialect == Dialect.AZURE ? AzurePaths.models(baseUrl) : MODELS;
        return models != null
                ? http.probe(models)
                : CompletableFuture.failedFuture(new UnsupportedOperationException(
                        name + " has no list of models at its base URL, and nothing else that is free"));
    }

    @Override
    public void close() {
        http.close();
    }
}

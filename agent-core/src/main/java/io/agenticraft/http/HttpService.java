package io.agenticraft.http;

import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.json.JsonReader;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.Credential;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderSpec;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls one provider over HTTP. Redirects are not followed. The futures fail with a {@link ProviderException}, or with
 * whatever the caller's sink throws; they complete on a thread that must not be blocked.
 */
public final class HttpService implements AutoCloseable {
    private static final String USER_AGENT = "agenticraft-jvm";

    private final ProviderSpec spec;
    private final Failures failures;
    private final Pool pool;
    private final Drain drain;
    private final MultiMap headers = HttpHeaders.headers();
    private final Map<String, RequestOptions> targets = new ConcurrentHashMap<>();

    private HttpService(ProviderSpec spec, Hints hints, InstantSource clock) {
        this.spec = spec;
        failures = new Failures(spec, hints, clock);
        pool = HttpPools.acquire(PoolKey.of(spec));
        drain = new Drain(() -> HttpPools.release(pool));
        headers.add("content-type", "application/json");
    }

    /** A service for a provider, with its further headers but without its credential. */
    public static HttpService open(ProviderSpec spec, Hints hints) {
        return new HttpService(spec, hints, InstantSource.system())
                .headers(spec.headers())
                .headers(Map.of("user-agent", USER_AGENT))
                .headers(Targets.proxyHeaders(spec));
    }

    /** Adds headers to every request; those already there stay. To be called before the first one. */
    public HttpService headers(Map<String, String> more) {
        more.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.add(name, value);
            }
        });
        return this;
    }

    /** Sends the credential, if there is one, in a header of every request. */
    public HttpService credentialHeader(String name, String prefix) {
        Credential credential = spec.credential();
        return credential == null ? this : headers(Map.of(name, prefix + credential.revealTo(spec.baseUrl())));
    }

    /** Reads the answer to a probe. */
    @FunctionalInterface
    public interface ProbeReader {
        void read(JsonReader json) throws IOException;
    }

    /** Makes the body of a request. */
    @FunctionalInterface
    public interface Body {
        byte[] toBytes() throws IOException;
    }

    /** Asks for an answer in one piece. */
    public CompletableFuture<ModelResponse> complete(String path, Body body, Function<Emitter, Answer> answer) {
        return post(path, body, Framing.WHOLE, Emitter.silent(), answer);
    }

    /** Asks for an answer in pieces. */
    public CompletableFuture<ModelResponse> stream(
            String path, Body body, Framing framing, EventSink sink, Function<Emitter, Answer> answer) {
        return post(path, body, framing, Emitter.to(sink), answer);
    }

    /**
     * GETs a path that costs nothing at the provider, with the headers and the credential of a call, and looks at the
     * status alone.
     */
    public CompletableFuture<ProbeResult> probe(String path) {
        return probe(path, Framing.IGNORED, body -> {});
    }

    /** The same, and shows the body, one JSON document, to a reader that may throw what the probe is to fail with. */
    public CompletableFuture<ProbeResult> probe(String path, ProbeReader reader) {
        return probe(path, Framing.WHOLE, reader);
    }

    private CompletableFuture<ProbeResult> probe(String path, Framing framing, ProbeReader reader) {
        if (!drain.enter()) {
            return CompletableFuture.failedFuture(closedFailure());
        }
        ProbeAnswer answer = new ProbeAnswer(Targets.url(spec, path), reader);
        RequestOptions target = target(HttpMethod.GET, path);
        Exchange exchange = new Exchange(spec, failures, framing, answer, Emitter.silent(), pool, target, null);
        return answer.resultOf(exchange, start(exchange));
    }

    /** Opens a connection and leaves it in the pool, unless one is free already; sends no request. */
    public CompletableFuture<ProbeResult> connect() {
        if (!drain.enter()) {
            return CompletableFuture.failedFuture(closedFailure());
        }
        CompletableFuture<ProbeResult> result = new Rung(spec, failures, pool).start();
        drain.leaveAfter(result);
        return result;
    }

    private CompletableFuture<ModelResponse> post(
            String path, Body body, Framing framing, Emitter emitter, Function<Emitter, Answer> answer) {
        byte[] bytes;
        try {
            bytes = body.toBytes();
        } catch (InvalidJsonException e) {
            return CompletableFuture.failedFuture(failures.invalidRequest(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new IllegalStateException("Writing to memory failed", e));
        }
        if (!drain.enter()) {
            return CompletableFuture.failedFuture(closedFailure());
        }
        RequestOptions target = target(HttpMethod.POST, path);
        Buffer buffer = Buffer.buffer(bytes);
        return start(new Exchange(spec, failures, framing, answer.apply(emitter), emitter, pool, target, buffer));
    }

    private RequestOptions target(HttpMethod method, String path) {
        return targets.computeIfAbsent(path, p -> Targets.options(spec, method, p, headers));
    }

    private CompletableFuture<ModelResponse> start(Exchange exchange) {
        CompletableFuture<ModelResponse> future = exchange.start();
        drain.leaveAfter(future);
        return future;
    }

    private ProviderException closedFailure() {
        return failures.invalidRequest("this provider instance is closed; ask its registry for another one");
    }

    /** The base URL that calls go to. */
    public @Nullable URI endpoint() {
        return spec.baseUrl();
    }

    /** Refuses further calls; lets those in flight end, and then gives up its part in the pool. */
    @Override
    public void close() {
        drain.close();
    }
}

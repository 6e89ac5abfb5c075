package io.agenticraft.http;

import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.Credential;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderSpec;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls one provider over HTTP. Redirects are not followed. The futures fail with a {@link ProviderException}, or with
 * whatever the caller's sink throws; they complete on a thread that must not be blocked.
 */
public final class HttpService implements AutoCloseable {
    private final ProviderSpec spec;
    private final Failures failures;
    private final Pool pool;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private final String host;
    private final int port;

    private HttpService(ProviderSpec spec, Hints hints, InstantSource clock) {
        this.spec = spec;
        failures = new Failures(spec, hints, clock);
        URI url = spec.baseUrl();
        String origin = Credential.originOf(url);
        host = url.getHost();
        port = Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
        pool = Pool.acquire(origin, (int) Math.min(spec.timeouts().connect().toMillis(), Integer.MAX_VALUE));
        headers.add("content-type", "application/json");
    }

    /** A service for a provider, with its further headers but without its credential. */
    public static HttpService open(ProviderSpec spec, Hints hints) {
        return new HttpService(spec, hints, InstantSource.system()).headers(spec.headers());
    }

    /** Adds headers to every request; those already there stay. */
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
        if (closed.get()) {
            return CompletableFuture.failedFuture(closedFailure());
        }
        ProbeAnswer answer = new ProbeAnswer(Credential.originOf(spec.baseUrl()) + path(path));
        return answer.resultOf(send(HttpMethod.GET, path, null, Framing.IGNORED, Emitter.silent(), answer));
    }

    /** Opens a connection by asking for the base URL; any answer will do. */
    public CompletableFuture<ProbeResult> connect() {
        return probe("").handle((result, failure) -> {
            if (failure instanceof ProviderException known && known.status() > 0) {
                return new ProbeResult(Credential.originOf(spec.baseUrl()), 0, true, Duration.ZERO);
            } else if (failure instanceof RuntimeException other) {
                throw other;
            }
            return result;
        });
    }

    private CompletableFuture<ModelResponse> post(
            String path, Body body, Framing framing, Emitter emitter, Function<Emitter, Answer> answer) {
        if (closed.get()) {
            return CompletableFuture.failedFuture(closedFailure());
        }
        byte[] bytes;
        try {
            bytes = body.toBytes();
        } catch (InvalidJsonException e) {
            return CompletableFuture.failedFuture(failures.invalidRequest(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new IllegalStateException("Writing to memory failed", e));
        }
        return send(HttpMethod.POST, path, Buffer.buffer(bytes), framing, emitter, answer.apply(emitter));
    }

    private CompletableFuture<ModelResponse> send(
            HttpMethod method, String path, @Nullable Buffer body, Framing framing, Emitter emitter, Answer answer) {
        Vertx vertx = SharedVertx.INSTANCE;
        Exchange exchange = new Exchange(spec, failures, framing, answer, emitter, vertx.getOrCreateContext());
        HttpRequest<Buffer> request = pool.client().request(method, port, host, uri(path));
        request.headers().addAll(headers);
        return exchange.start(request, body);
    }

    private ProviderException closedFailure() {
        return failures.invalidRequest("this provider instance is closed");
    }

    private String path(String path) {
        String prefix =
                spec.baseUrl().getRawPath() == null ? "" : spec.baseUrl().getRawPath();
        return (prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix) + path;
    }

    private String uri(String path) {
        String query = spec.baseUrl().getRawQuery();
        return path(path) + (query == null ? "" : "?" + query);
    }

    /** The base URL that calls go to. */
    public @Nullable URI endpoint() {
        return spec.baseUrl();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pool.release();
        }
    }
}

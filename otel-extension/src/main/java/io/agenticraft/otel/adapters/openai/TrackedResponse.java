package io.agenticraft.otel.adapters.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponseFor;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A raw response whose call is observed until the host parses it, reads its body, or closes it.
 *
 * @param <T> what it is parsed to
 */
final class TrackedResponse<T> implements HttpResponseFor<T> {
    private final HttpResponseFor<T> response;
    private final ChatCall call;
    private final UnaryOperator<T> onParsed;
    private @Nullable T original;
    private @Nullable T observed;

    /** @param onParsed hears of the parsed answer, and makes what the host gets of it */
    TrackedResponse(HttpResponseFor<T> response, ChatCall call, UnaryOperator<T> onParsed) {
        this.response = response;
        this.call = call;
        this.onParsed = onParsed;
    }

    @Override
    public T parse() {
        T parsed;
        try {
            parsed = response.parse();
        } catch (Throwable t) {
            call.onFailure(t);
            throw t;
        }
        return observed(parsed);
    }

    /** The library parses once; whoever asks again gets the same. */
    private synchronized T observed(T parsed) {
        T known = observed;
        if (known == null || original != parsed) {
            known = onParsed.apply(parsed);
            original = parsed;
            observed = known;
        }
        return known;
    }

    @Override
    public int statusCode() {
        return response.statusCode();
    }

    @Override
    public Headers headers() {
        return response.headers();
    }

    @Override
    public Optional<String> requestId() {
        return response.requestId();
    }

    @Override
    public InputStream body() {
        return new TrackedBody(response.body(), call);
    }

    @Override
    public void close() {
        try {
            response.close();
        } finally {
            call.onClose();
        }
    }

    @Override
    public String toString() {
        return response.toString();
    }
}

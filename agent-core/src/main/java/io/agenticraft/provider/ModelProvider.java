package io.agenticraft.provider;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A service that runs models. Implementations are safe for use by many threads; retrying, caching, measuring and
 * tracing are decorators of this interface.
 *
 * <p>Both calls return at once. Their futures fail with a {@link ProviderException}, never wrapped, or with what the
 * caller's own sink throws. They complete on a thread that must not be blocked: blocking work goes to an executor.
 * Cancelling a future aborts the exchange on the wire, and so does completing it exceptionally, as one does who has no more
 * time to wait; a decorator therefore returns a future whose cancellation and failure reach its delegate's.
 */
public interface ModelProvider extends AutoCloseable {

    /** The provider's name in the GenAI conventions, such as {@code openai} or {@code anthropic}. */
    String name();

    /** The base URL that calls go to, or null where there is none. */
    default @Nullable URI endpoint() {
        return null;
    }

    /** Asks for a whole answer. */
    CompletableFuture<ModelResponse> complete(ModelRequest request);

    /** Asks for an answer piece by piece; the future completes with the whole after the sink's last event. */
    CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink);

    /** Releases what this instance holds. Calls in flight may fail; calls afterwards do. */
    @Override
    default void close() {}
}

package io.agenticraft.provider;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A decorator that does the same with calls for whole answers as with those for streams. */
public abstract class ForwardingProvider extends DelegatingProvider {

    /**
     * @param next what is decorated; it gives name and endpoint, and is closed with this provider
     */
    protected ForwardingProvider(ModelProvider next) {
        super(next);
    }

    /**
     * A call of either kind, which goes on by {@link #forward}.
     *
     * @param sink where the stream's events go; null: the answer is asked for as a whole
     */
    protected abstract CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink);

    /** Makes the call of what is decorated. */
    protected final CompletableFuture<ModelResponse> forward(ModelRequest request, @Nullable EventSink sink) {
        return sink == null ? next().complete(request) : next().stream(request, sink);
    }

    @Override
    public final CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return call(request, null);
    }

    @Override
    public final CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return call(request, Objects.requireNonNull(sink, "sink"));
    }
}

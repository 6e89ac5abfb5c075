package io.agenticraft.cache;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ForwardingProvider;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The calls of one scope through a cache. */
final class CachedCalls extends ForwardingProvider {
    private final ResponseCache cache;
    private final CallScope scope;
    private final Detour detour;

    CachedCalls(ResponseCache cache, CallScope scope, ModelProvider next, Detour detour) {
        super(next);
        this.cache = cache;
        this.scope = scope;
        this.detour = detour;
    }

    @Override
    protected CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink) {
        CacheKey key = cache.keyOf(request, scope.tenant(), next());
        return key == null
                ? forward(request, sink)
                : cache.flights().call(key, new Caller(scope, next(), detour, request), sink);
    }
}

package io.agenticraft.cache;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.DelegatingProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;

/** The calls of one scope through a cache. */
final class CachedCalls extends DelegatingProvider {
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
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        CacheKey key = cache.keyOf(request, scope.tenant(), next());
        return key == null
                ? next().complete(request)
                : cache.flights().call(key, new Caller(scope, next(), detour, request), null);
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        CacheKey key = cache.keyOf(request, scope.tenant(), next());
        return key == null
                ? next().stream(request, sink)
                : cache.flights().call(key, new Caller(scope, next(), detour, request), sink);
    }
}

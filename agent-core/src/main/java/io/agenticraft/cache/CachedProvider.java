package io.agenticraft.cache;

import io.agenticraft.policy.CallDecorator;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;

/** A provider whose answers are remembered. */
final class CachedProvider extends ScopedProvider {
    private final ResponseCache cache;

    CachedProvider(ResponseCache cache, ModelProvider next) {
        super(next);
        this.cache = cache;
    }

    @Override
    protected ModelProvider in(CallScope scope) {
        Detour detour = new Detour();
        return new CachedCalls(
                cache, scope, scope.observed(detour, CallDecorator.none()).bind(next()), detour);
    }

    @Override
    public String toString() {
        return cache + " around " + name();
    }
}

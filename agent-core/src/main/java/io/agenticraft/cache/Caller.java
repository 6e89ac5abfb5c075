package io.agenticraft.cache;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;

/**
 * Who asks.
 *
 * @param scope on whose behalf
 * @param next where calls of this scope go
 * @param detour whether another target than the one asked has answered in this scope
 * @param request what is asked
 */
record Caller(CallScope scope, ModelProvider next, Detour detour, ModelRequest request) {

    String target() {
        return next.name() + ":" + request.model();
    }

    void tellHit(CallEvent.CacheLevel level) {
        scope.tell(new CallEvent.CacheHit(target(), level));
    }

    boolean isOutOfTime() {
        return scope.remaining().isNegative() || scope.remaining().isZero();
    }
}

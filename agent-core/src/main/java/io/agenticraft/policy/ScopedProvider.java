package io.agenticraft.policy;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.DelegatingProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;

/**
 * A provider that passes calls on and wants to know on whose behalf it acts. Runs ask for it in their own scope; called
 * directly it acts in {@link CallScope#none()}.
 */
public abstract class ScopedProvider extends DelegatingProvider {

    /**
     * @param next where calls go in the end, not yet bound to a scope
     */
    protected ScopedProvider(ModelProvider next) {
        super(next);
    }

    /**
     * This provider for the calls of one scope. Cheap: it is asked for once per run or attempt. An implementation binds
     * where it passes calls on to, by {@link CallScope#bind}.
     */
    protected abstract ModelProvider in(CallScope scope);

    @Override
    public final CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return CallScope.none().bind(this).complete(request);
    }

    @Override
    public final CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return CallScope.none().bind(this).stream(request, sink);
    }
}

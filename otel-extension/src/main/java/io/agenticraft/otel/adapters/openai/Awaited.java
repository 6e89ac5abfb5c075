package io.agenticraft.otel.adapters.openai;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import org.jspecify.annotations.Nullable;

/** Links a service that hands out a future with the raw service that it calls in the same thread: the latter leaves its call here. */
final class Awaited implements ImplicitContextKeyed {
    private static final ContextKey<Awaited> KEY = ContextKey.named("agenticraft-openai-awaited");

    private @Nullable ChatCall call;

    /** Leaves {@code call} for whoever awaits one in {@code context}. */
    static void leave(Context context, ChatCall call) {
        Awaited awaited = context.get(KEY);
        if (awaited != null && awaited.call == null) {
            awaited.call = call;
        }
    }

    @Nullable
    ChatCall call() {
        return call;
    }

    @Override
    public Context storeInContext(Context context) {
        return context.with(KEY, this);
    }
}

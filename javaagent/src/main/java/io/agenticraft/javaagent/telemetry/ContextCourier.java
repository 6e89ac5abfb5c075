package io.agenticraft.javaagent.telemetry;

import io.agenticraft.javaagent.propagate.Courier;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** Carries the context of the OpenTelemetry API beside it. */
final class ContextCourier implements Courier {

    @Override
    public @Nullable Object capture() {
        Context current = Context.current();
        return current == Context.root() ? null : current;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed by leave
    public Object enter(Object captured) {
        return ((Context) captured).makeCurrent();
    }

    @Override
    public void leave(Object entered) {
        ((Scope) entered).close();
    }
}

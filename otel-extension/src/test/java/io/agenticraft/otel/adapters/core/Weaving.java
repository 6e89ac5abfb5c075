package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.adapter.SeamHandler;
import java.util.Objects;

/** Calls a method's body the way a weaver does: the handler before it and after it. */
final class Weaving {
    private Weaving() {}

    /** What the method itself does. */
    @FunctionalInterface
    interface Body {
        Object call(Object[] args);
    }

    static Object call(SeamHandler handler, Object self, Object[] args, Body body) {
        try {
            Object token = handler.enter(self, args);
            Object returned;
            try {
                returned = body.call(args);
            } catch (RuntimeException e) {
                if (token != null) {
                    handler.exit(token, null, e);
                }
                throw e;
            }
            return Objects.requireNonNull(token == null ? returned : handler.exit(token, returned, null));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a handler has thrown", e);
        }
    }
}

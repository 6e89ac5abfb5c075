package io.agenticraft.javaagent.propagate;

import org.jspecify.annotations.Nullable;

/** The contexts that were current on a thread, one for each OpenTelemetry API that had any. */
final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(null, null, null);

    private final @Nullable Courier courier;
    private final @Nullable Object captured;
    private final @Nullable Snapshot rest;

    Snapshot(@Nullable Courier courier, @Nullable Object captured, @Nullable Snapshot rest) {
        this.courier = courier;
        this.captured = captured;
        this.rest = rest;
    }

    /** Makes them current; answers what {@link Entered#leave} undoes, or null where there is nothing to do. */
    @Nullable
    Entered enter() {
        Entered inner = rest == null ? null : rest.enter();
        return courier == null || captured == null ? inner : new Entered(courier, courier.enter(captured), inner);
    }

    /** Contexts made current. */
    record Entered(Courier courier, Object scope, @Nullable Entered inner) {
        /** Undoes it, last first. */
        void leave() {
            courier.leave(scope);
            if (inner != null) {
                inner.leave();
            }
        }
    }
}

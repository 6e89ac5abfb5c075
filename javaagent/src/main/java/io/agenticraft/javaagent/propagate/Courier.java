package io.agenticraft.javaagent.propagate;

import org.jspecify.annotations.Nullable;

/** Knows one kind of current context: that of one OpenTelemetry API. Safe for use by many threads. */
public interface Courier {

    /** The context current on this thread, or null where that is the empty one. */
    @Nullable
    Object capture();

    /**
     * Makes a captured context current on this thread.
     *
     * @return what {@link #leave} takes
     */
    Object enter(Object captured);

    /** Makes current again what was so before, on the same thread. */
    void leave(Object entered);
}

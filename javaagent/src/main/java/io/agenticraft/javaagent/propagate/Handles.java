package io.agenticraft.javaagent.propagate;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;

/** The methods of a {@link Handoff} as the woven classes call them. All made beforehand: a woven executor must not fail. */
final class Handles {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Map<String, MethodHandle> byName = new HashMap<>();

    Handles(Handoff handoff) throws ReflectiveOperationException {
        MethodType task = MethodType.methodType(void.class, Object.class);
        add(handoff, "capture", task);
        add(handoff, "forget", task);
        add(handoff, "captureStage", MethodType.methodType(void.class, Object.class, Object.class));
        add(handoff, "run", MethodType.methodType(void.class, Runnable.class));
        add(handoff, "wrap", MethodType.methodType(Runnable.class, Runnable.class));
    }

    private void add(Handoff handoff, String name, MethodType type) throws ReflectiveOperationException {
        byName.put(name, LOOKUP.findVirtual(Handoff.class, name, type).bindTo(handoff));
    }

    MethodHandle get(String name) {
        MethodHandle handle = byName.get(name);
        if (handle == null) {
            throw new IllegalArgumentException("No such handle: " + name);
        }
        return handle;
    }
}

package io.agenticraft.otel.extension;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import io.agenticraft.otel.adapter.SeamHandler;
import io.agenticraft.otel.genai.Failures;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What woven methods call. Lives beside the library, in its class loader: put there by the agent, or by an application
 * that uses this module itself.
 */
public final class Woven {
    /** How Byte Buddy is to write a method's name, so that it equals {@link #key}. */
    static final String SEAM = "#t.#m#s";

    private static final Map<String, String> HANDLER_NAMES = handlerNames();
    private static final Map<String, SeamHandler> HANDLERS = new ConcurrentHashMap<>();

    private Woven() {}

    /** Before a method's body; see {@link SeamHandler#enter}. */
    public static @Nullable Object enter(String seam, Object self, Object[] args) {
        try {
            return HANDLERS.computeIfAbsent(seam, Woven::handler).enter(self, args);
        } catch (Throwable t) {
            Failures.count(t);
            return null;
        }
    }

    /** After a method's body; see {@link SeamHandler#exit}. */
    public static @Nullable Object exit(
            String seam, @Nullable Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        if (token == null) {
            return returned;
        }
        try {
            return HANDLERS.computeIfAbsent(seam, Woven::handler).exit(token, returned, thrown);
        } catch (Throwable t) {
            Failures.count(t);
            return returned;
        }
    }

    static String key(Seam seam) {
        return seam.type() + "." + seam.method() + "(" + String.join(",", seam.parameters()) + ")";
    }

    private static Map<String, String> handlerNames() {
        Map<String, String> names = new HashMap<>();
        for (Adapter adapter : Adapter.all()) {
            for (Seam seam : adapter.seams()) {
                names.put(key(seam), seam.handler());
            }
        }
        return names;
    }

    private static SeamHandler handler(String seam) {
        String name = HANDLER_NAMES.get(seam);
        if (name == null) {
            throw new IllegalStateException("No handler for " + seam);
        }
        try {
            return Class.forName(name, true, Woven.class.getClassLoader())
                    .asSubclass(SeamHandler.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}

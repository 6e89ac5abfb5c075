package io.agenticraft.acceptance.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event of a span as Jaeger stored it; attributes as those of {@link StoredSpan}. */
public record StoredEvent(String name, Map<String, Object> attributes) {

    /** The value of an attribute, or null. */
    public @Nullable Object attribute(String key) {
        return attributes.get(key);
    }
}

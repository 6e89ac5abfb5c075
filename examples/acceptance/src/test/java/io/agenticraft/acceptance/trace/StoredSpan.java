package io.agenticraft.acceptance.trace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as Jaeger stored it.
 *
 * @param parentId null for a root
 * @param attributes values are strings, longs, doubles, booleans or lists of these
 * @param resource the attributes of what emitted the span, {@code service.name} among them
 * @param scope the name of the instrumentation scope
 * @param events the names of its events
 */
public record StoredSpan(
        String traceId,
        String id,
        @Nullable String parentId,
        String name,
        SpanKind kind,
        Map<String, Object> attributes,
        SpanStatus status,
        Map<String, Object> resource,
        String scope,
        List<String> events) {

    /** The value of an attribute, or null. */
    public @Nullable Object attribute(String key) {
        return attributes.get(key);
    }

    /** The name of the service that emitted it, or an empty string. */
    public String service() {
        return String.valueOf(resource.getOrDefault("service.name", ""));
    }
}

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
 * @param events in the order in which they were added
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
        List<StoredEvent> events) {

    /** The value of an attribute, or null. */
    public @Nullable Object attribute(String key) {
        return attributes.get(key);
    }

    /** The names of its events. */
    public List<String> eventNames() {
        return events.stream().map(StoredEvent::name).toList();
    }

    /** The only event of that name. */
    public StoredEvent event(String name) {
        List<StoredEvent> found =
                events.stream().filter(event -> event.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events named " + name + " instead of one in " + events);
        }
        return found.get(0);
    }

    /** The name of the service that emitted it, or an empty string. */
    public String service() {
        return String.valueOf(resource.getOrDefault("service.name", ""));
    }
}

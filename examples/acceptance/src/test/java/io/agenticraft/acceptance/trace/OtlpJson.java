package io.agenticraft.acceptance.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads spans from OTLP's JSON. */
final class OtlpJson {

    /** By their numbers in OTLP. */
    private static final List<SpanKind> KINDS = List.of(
            SpanKind.UNSPECIFIED,
            SpanKind.INTERNAL,
            SpanKind.SERVER,
            SpanKind.CLIENT,
            SpanKind.PRODUCER,
            SpanKind.CONSUMER);

    private static final List<SpanStatus> STATUSES = List.of(SpanStatus.UNSET, SpanStatus.OK, SpanStatus.ERROR);

    private OtlpJson() {}

    /** Answers the traces of a list of {@code resourceSpans}. */
    static List<Trace> traces(JsonNode resourceSpans) {
        record Timed(long start, StoredSpan span) {}
        List<Timed> spans = new ArrayList<>();
        for (JsonNode resource : resourceSpans) {
            Map<String, Object> attributes = attributes(resource.path("resource"));
            for (JsonNode scope : resource.path("scopeSpans")) {
                String name = scope.path("scope").path("name").asText();
                for (JsonNode span : scope.path("spans")) {
                    spans.add(new Timed(span.path("startTimeUnixNano").asLong(), span(span, name, attributes)));
                }
            }
        }
        Map<String, List<StoredSpan>> byTrace = spans.stream()
                .sorted(Comparator.comparingLong(Timed::start))
                .map(Timed::span)
                .collect(Collectors.groupingBy(StoredSpan::traceId, TreeMap::new, Collectors.toList()));
        return byTrace.entrySet().stream()
                .map(entry -> new Trace(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static StoredSpan span(JsonNode json, String scope, Map<String, Object> resource) {
        String parent = json.path("parentSpanId").asText();
        List<StoredEvent> events = new ArrayList<>();
        json.path("events")
                .forEach(event -> events.add(new StoredEvent(event.path("name").asText(), attributes(event))));
        return new StoredSpan(
                json.path("traceId").asText(),
                json.path("spanId").asText(),
                parent.isEmpty() ? null : parent,
                json.path("name").asText(),
                KINDS.get(json.path("kind").asInt()),
                attributes(json),
                STATUSES.get(json.path("status").path("code").asInt()),
                resource,
                scope,
                events);
    }

    private static Map<String, Object> attributes(JsonNode owner) {
        Map<String, Object> attributes = new TreeMap<>();
        owner.path("attributes")
                .forEach(entry -> attributes.put(entry.path("key").asText(), value(entry.path("value"))));
        return attributes;
    }

    private static Object value(JsonNode any) {
        if (any.has("intValue")) {
            return any.get("intValue").asLong();
        }
        if (any.has("doubleValue")) {
            return any.get("doubleValue").asDouble();
        }
        if (any.has("boolValue")) {
            return any.get("boolValue").asBoolean();
        }
        if (any.has("arrayValue")) {
            List<Object> values = new ArrayList<>();
            any.path("arrayValue").path("values").forEach(element -> values.add(value(element)));
            return values;
        }
        return any.path("stringValue").asText();
    }
}

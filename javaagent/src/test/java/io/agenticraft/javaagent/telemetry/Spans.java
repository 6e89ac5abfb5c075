package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** Ended spans with ids from small numbers. */
final class Spans {
    private static final String TRACE = "%032x";
    private static final String SPAN = "%016x";

    private Spans() {}

    static SpanData span(int trace, int id, int parent) {
        return span(trace, id, parent, "span " + id, Attributes.empty(), StatusData.unset());
    }

    /** A run with events of those names. */
    static SpanData with(List<String> events, Attributes attributes) {
        List<EventData> data = events.stream()
                .map(name -> EventData.create(1, name, Attributes.empty()))
                .toList();
        return builder(7, 1, 0, "invoke_agent desk", attributes, StatusData.unset())
                .setEvents(data)
                .setTotalRecordedEvents(data.size())
                .build();
    }

    /** Parent 0: a root. It starts at its id in milliseconds, and lasts 1,250. */
    static SpanData span(int trace, int id, int parent, String name, Attributes attributes, StatusData status) {
        return builder(trace, id, parent, name, attributes, status).build();
    }

    private static TestSpanData.Builder builder(
            int trace, int id, int parent, String name, Attributes attributes, StatusData status) {
        return TestSpanData.builder()
                .setName(name)
                .setKind(SpanKind.INTERNAL)
                .setSpanContext(context(trace, id))
                .setParentSpanContext(parent == 0 ? SpanContext.getInvalid() : context(trace, parent))
                .setStartEpochNanos(id * 1_000_000L)
                .setEndEpochNanos(id * 1_000_000L + 1_250_000_000L)
                .setAttributes(attributes)
                .setStatus(status)
                .setHasEnded(true);
    }

    private static SpanContext context(int trace, int id) {
        return SpanContext.create(
                TRACE.formatted(trace), SPAN.formatted(id), TraceFlags.getSampled(), TraceState.getDefault());
    }
}

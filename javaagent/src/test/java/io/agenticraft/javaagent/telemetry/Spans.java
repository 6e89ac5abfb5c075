package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** Ended spans with ids from small numbers. */
final class Spans {
    private static final String TRACE = "%032x";
    private static final String SPAN = "%016x";

    private Spans() {}

    static SpanData span(int trace, int id, int parent) {
        return span(trace, id, parent, "span " + id, Attributes.empty(), StatusData.unset());
    }

    /** Parent 0: a root. It starts at its id in milliseconds, and lasts 1,250. */
    static SpanData span(int trace, int id, int parent, String name, Attributes attributes, StatusData status) {
        return TestSpanData.builder()
                .setName(name)
                .setKind(SpanKind.INTERNAL)
                .setSpanContext(context(trace, id))
                .setParentSpanContext(parent == 0 ? SpanContext.getInvalid() : context(trace, parent))
                .setStartEpochNanos(id * 1_000_000L)
                .setEndEpochNanos(id * 1_000_000L + 1_250_000_000L)
                .setAttributes(attributes)
                .setStatus(status)
                .setHasEnded(true)
                .build();
    }

    private static SpanContext context(int trace, int id) {
        return SpanContext.create(
                TRACE.formatted(trace), SPAN.formatted(id), TraceFlags.getSampled(), TraceState.getDefault());
    }
}

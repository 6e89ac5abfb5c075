package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.acceptance.trace.JaegerQuery;
import io.agenticraft.acceptance.trace.SpanKind;
import io.agenticraft.acceptance.trace.SpanStatus;
import io.agenticraft.acceptance.trace.StoredSpan;
import io.agenticraft.acceptance.trace.Trace;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an OpenTelemetry SDK sends is what the query client reads, over both protocols. */
@RequiresJaeger
class JaegerRoundTripTest {

    @Test
    void http_isReadBack(Jaeger jaeger) {
        assertReadBack(
                jaeger,
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(jaeger.endpoints().otlpHttp() + "/v1/traces")
                        .build());
    }

    @Test
    void grpc_isReadBack(Jaeger jaeger) {
        assertReadBack(
                jaeger,
                OtlpGrpcSpanExporter.builder()
                        .setEndpoint(jaeger.endpoints().otlpGrpc().toString())
                        .build());
    }

    private static void assertReadBack(Jaeger jaeger, SpanExporter exporter) {
        String id = send(exporter);

        Trace trace = new JaegerQuery(jaeger.endpoints().query()).awaitTrace(id, found -> found.isWhole(2));

        StoredSpan parent = trace.root();
        assertEquals("parent", parent.name());
        assertEquals(SpanKind.INTERNAL, parent.kind());
        StoredSpan child = trace.span("child");
        assertEquals(List.of(child), trace.children(parent));
        assertEquals(SpanKind.CLIENT, child.kind());
        assertEquals(SpanStatus.ERROR, child.status());
        assertEquals("round-trip", child.service());
        assertEquals(7L, child.attribute("tokens"));
        assertEquals(List.of("stop"), child.attribute("reasons"));
        assertEquals(List.of("first"), child.eventNames());
    }

    private static String send(SpanExporter exporter) {
        Resource resource = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "round-trip"));
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            Tracer tracer = provider.get("round-trip");
            Span parent = tracer.spanBuilder("parent").startSpan();
            Span child = tracer.spanBuilder("child")
                    .setParent(Context.root().with(parent))
                    .setSpanKind(io.opentelemetry.api.trace.SpanKind.CLIENT)
                    .setAttribute("tokens", 7)
                    .setAttribute(AttributeKey.stringArrayKey("reasons"), List.of("stop"))
                    .startSpan();
            child.addEvent("first").setStatus(StatusCode.ERROR).end();
            parent.end();
            return parent.getSpanContext().getTraceId();
        }
    }
}

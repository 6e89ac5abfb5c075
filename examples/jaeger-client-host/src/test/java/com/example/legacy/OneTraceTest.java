package com.example.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.agent.Agent;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import io.jaegertracing.internal.JaegerSpan;
import io.jaegertracing.internal.JaegerTracer;
import io.jaegertracing.internal.reporters.InMemoryReporter;
import io.jaegertracing.internal.samplers.ConstSampler;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The front's span and the desk's span belong to one trace when the desk reads Jaeger's header, and only then. */
class OneTraceTest {

    private final InMemoryReporter frontSpans = new InMemoryReporter();
    private final JaegerTracer tracer = new JaegerTracer.Builder("shop-front")
            .withReporter(frontSpans)
            .withSampler(new ConstSampler(true))
            .build();
    private final InMemorySpanExporter deskSpans = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(deskSpans))
            .build();
    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
        provider.close();
        tracer.close();
    }

    @Test
    void jaegerHeader_isContinued() throws Exception {
        TextMapPropagator both = TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), jaeger());
        try (Desk desk = open("gpt-4o-mini", both)) {
            assertFalse(new ShopFront(tracer, desk.url()).ask("Are you open?").isEmpty());

            JaegerSpan front = frontSpan();
            SpanData server = deskSpan();
            assertEquals("0".repeat(16) + front.context().getTraceId(), server.getTraceId());
            assertEquals(SpanId.fromLong(front.context().getSpanId()), server.getParentSpanId());
            assertEquals(SpanKind.SERVER, server.getKind());
            assertEquals(200, front.getTags().get("http.status_code"));
        }
    }

    @Test
    void otherPropagators_beginATraceOfTheirOwn() throws Exception {
        try (Desk desk = open("gpt-4o-mini", W3CTraceContextPropagator.getInstance())) {
            new ShopFront(tracer, desk.url()).ask("Are you open?");

            assertEquals(SpanId.getInvalid(), deskSpan().getParentSpanId());
        }
    }

    @Test
    void modelThatIsGone_failsOnBothSides() throws Exception {
        try (Desk desk = open("unknown-model", jaeger())) {
            ShopFront front = new ShopFront(tracer, desk.url());

            assertThrows(IOException.class, () -> front.ask("Are you open?"));

            assertEquals(true, frontSpan().getTags().get("error"));
            assertEquals(StatusCode.ERROR, deskSpan().getStatus().getStatusCode());
        }
    }

    @Test
    void deskThatIsNotThere_marksTheFrontsSpan() throws Exception {
        URI gone;
        try (Desk desk = open("gpt-4o-mini", jaeger())) {
            gone = desk.url();
        }
        ShopFront front = new ShopFront(tracer, gone);

        assertThrows(IOException.class, () -> front.ask("Are you open?"));

        assertEquals(true, frontSpan().getTags().get("error"));
    }

    /** Deprecated as the format is, for the sake of services that are older still. */
    @SuppressWarnings("deprecation")
    private static TextMapPropagator jaeger() {
        return io.opentelemetry.extension.trace.propagation.JaegerPropagator.getInstance();
    }

    private Desk open(String model, TextMapPropagator propagator) throws IOException {
        ProviderRegistry registry = ProviderRegistry.builder()
                .key("openai", "test")
                .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                .build();
        Agent agent = Agent.builder()
                .name("desk")
                .registry(registry)
                .model("openai:" + model)
                .build();
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(provider)
                .setPropagators(ContextPropagators.create(propagator))
                .build();
        return Desk.open(0, agent, telemetry);
    }

    private JaegerSpan frontSpan() {
        assertEquals(1, frontSpans.getSpans().size());
        return frontSpans.getSpans().get(0);
    }

    /** The desk ends its span after its answer has gone out. */
    private SpanData deskSpan() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (deskSpans.getFinishedSpanItems().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertEquals(1, deskSpans.getFinishedSpanItems().size());
        return deskSpans.getFinishedSpanItems().get(0);
    }
}

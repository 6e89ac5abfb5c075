package io.agenticraft.javaagent.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TreeProcessorTest {
    private final List<String> writes = new ArrayList<>();

    @Test
    void run_isPrintedInOneWriteWhenItsLocalRootEnds() {
        Tracer tracer = tracer(Sampler.alwaysOn());
        Span root = tracer.spanBuilder("root").startSpan();
        tracer.spanBuilder("child")
                .setParent(Context.root().with(root))
                .startSpan()
                .end();

        assertEquals(List.of(), writes);
        root.end();

        assertEquals(1, writes.size());
        assertTrue(writes.get(0).contains("root"), writes.get(0));
        assertTrue(writes.get(0).contains("`- child"), writes.get(0));
    }

    @Test
    void spanOfRemoteParent_isALocalRoot() {
        SpanContext remote = SpanContext.createFromRemoteParent(
                "0".repeat(31) + "1", "0".repeat(15) + "2", TraceFlags.getSampled(), TraceState.getDefault());

        tracer(Sampler.alwaysOn())
                .spanBuilder("server")
                .setParent(Context.root().with(Span.wrap(remote)))
                .startSpan()
                .end();

        assertEquals(1, writes.size());
    }

    @Test
    void unsampledRun_isNotPrinted() {
        tracer(Sampler.alwaysOff()).spanBuilder("root").startSpan().end();

        assertEquals(List.of(), writes);
    }

    private Tracer tracer(Sampler sampler) {
        OutputStream recording = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        };
        PrintStream stream = new PrintStream(recording, true, StandardCharsets.UTF_8);
        ErrorStream out = new ErrorStream(() -> stream, Map.of(), new Properties());
        return SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(new TreeProcessor(out))
                .build()
                .get("test");
    }
}

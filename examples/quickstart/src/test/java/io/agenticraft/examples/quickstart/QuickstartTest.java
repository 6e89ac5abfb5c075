package io.agenticraft.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.otel.decorate.AgentTelemetry;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private final List<SpanData> spans = new ArrayList<>();

    @Test
    void twoRunsAtOnce_areOneTree() throws Exception {
        assertEquals("It is sunny in Tartu.\nIt is sunny in Tallinn.", run());

        SpanData root = only(named("compare cities"));
        List<SpanData> runs = childrenOf(root);
        assertEquals(List.of("invoke_agent weather-agent", "invoke_agent weather-agent"), names(runs));
        for (SpanData run : runs) {
            assertEquals(SpanKind.INTERNAL, run.getKind());
            assertEquals(
                    List.of("chat gpt-4o-mini", "chat gpt-4o-mini", "execute_tool get_weather"),
                    names(childrenOf(run)));
        }
        assertEquals(9, spans.size());
        assertTrue(spans.stream().allMatch(span -> span.getTraceId().equals(root.getTraceId())));
    }

    private String run() throws Exception {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        SdkTracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        try (OpenTelemetrySdk sdk =
                        OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
                Simulator simulator = WeatherScript.start();
                ProviderRegistry providers = ProviderRegistry.builder()
                        .environment(variable -> null)
                        .key("openai", "sk-test")
                        .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                        .build()) {
            String answer = Quickstart.compare(AgentTelemetry.create(sdk), providers);
            spans.addAll(exporter.getFinishedSpanItems());
            return answer;
        }
    }

    private List<SpanData> named(String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    private List<SpanData> childrenOf(SpanData parent) {
        return spans.stream()
                .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .toList();
    }

    private static List<String> names(List<SpanData> some) {
        return some.stream().map(SpanData::getName).sorted().toList();
    }

    private static SpanData only(List<SpanData> some) {
        assertEquals(1, some.size(), some.toString());
        return some.get(0);
    }
}

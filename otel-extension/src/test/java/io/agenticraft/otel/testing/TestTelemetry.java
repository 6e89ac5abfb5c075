package io.agenticraft.otel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A real SDK that keeps what it is given. */
public final class TestTelemetry {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk;

    public TestTelemetry(SpanProcessor... further) {
        var tracers = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans));
        List.of(further).forEach(tracers::addSpanProcessor);
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(tracers.build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build();
    }

    public OpenTelemetry openTelemetry() {
        return sdk;
    }

    /** The spans that have ended, in that order. */
    public List<SpanData> spans() {
        return spans.getFinishedSpanItems();
    }

    /** The only span of that name that has ended. */
    public SpanData span(String name) {
        List<SpanData> found =
                spans().stream().filter(span -> span.getName().equals(name)).toList();
        assertEquals(1, found.size(), () -> "spans named " + name + " in\n" + tree());
        return found.get(0);
    }

    /** The spans as a tree: two blanks per level, siblings by start. */
    public String tree() {
        StringBuilder tree = new StringBuilder();
        append(tree, "0000000000000000", "");
        return tree.toString();
    }

    private void append(StringBuilder tree, String parent, String indent) {
        spans().stream()
                .filter(span -> span.getParentSpanId().equals(parent))
                .sorted((a, b) -> Long.compare(a.getStartEpochNanos(), b.getStartEpochNanos()))
                .forEach(span -> {
                    tree.append(indent).append(span.getName()).append('\n');
                    append(tree, span.getSpanId(), indent + "  ");
                });
    }

    /** All metrics up to now, by name. */
    public Map<String, MetricData> metrics() {
        Map<String, MetricData> byName = new TreeMap<>();
        metrics.collectAllMetrics().forEach(metric -> byName.put(metric.getName(), metric));
        return byName;
    }

    /** The metric of that name. */
    public MetricData metric(String name) {
        MetricData data = metrics().get(name);
        if (data == null) {
            throw new AssertionError("No metric " + name + " in " + metrics().keySet());
        }
        return data;
    }

    /** The only point of a metric. */
    public <P extends PointData> P point(String metric, Function<MetricData, Collection<P>> points) {
        Collection<P> found = points.apply(metric(metric));
        assertEquals(1, found.size(), () -> "points of " + metric + ": " + found);
        return found.iterator().next();
    }
}

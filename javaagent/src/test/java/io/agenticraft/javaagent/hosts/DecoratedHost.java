package io.agenticraft.javaagent.hosts;

import io.agenticraft.agent.Agent;
import io.agenticraft.otel.decorate.AgentTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Decorates its agent in code. */
public final class DecoratedHost {

    private DecoratedHost() {}

    public static void main(String[] args) {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        Agent desk = AgentTelemetry.create(sdk).wrap(DeskHost.desk());
        System.out.println(desk.run("Where is my order A17?").text());
        spans.getFinishedSpanItems().stream().map(SpanData::getName).sorted().forEach(System.out::println);
        System.exit(0);
    }
}

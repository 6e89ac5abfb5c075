package io.agenticraft.javaagent.hosts;

import io.agenticraft.agent.Agent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Brings an SDK of its own, and registers it only after its first run. */
public final class LateSdkHost {

    private LateSdkHost() {}

    public static void main(String[] args) {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        Agent desk = DeskHost.desk();
        desk.run("Where is my order A17?");
        GlobalOpenTelemetry.set(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
        System.out.println("before " + spans.getFinishedSpanItems().size());
        desk.run("And now?");
        System.out.println("after " + spans.getFinishedSpanItems().size());
        System.exit(0);
    }
}

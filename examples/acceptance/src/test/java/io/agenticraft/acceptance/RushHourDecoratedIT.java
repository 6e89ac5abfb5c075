package io.agenticraft.acceptance;

import com.example.supportdesk.RushHour;
import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.otel.decorate.AgentTelemetry;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;

/** By a decorator around the agent, in the program's own OpenTelemetry. */
class RushHourDecoratedIT extends RushHourContract {

    @Override
    void rush(Simulator providers, String service, Endpoints jaeger) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(jaeger.otlpHttp() + "/v1/traces")
                .build();
        try (ProviderRegistry registry = registry(providers);
                SdkTracerProvider tracers = SdkTracerProvider.builder()
                        .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                        .build();
                OpenTelemetrySdk sdk =
                        OpenTelemetrySdk.builder().setTracerProvider(tracers).build()) {
            RushHour hour = RushHour.at(registry);
            RushHour.answerAll(
                    AgentTelemetry.create(sdk).wrap(hour.agent()), new PrintStream(OutputStream.nullOutputStream()));
        }
    }

    private static ProviderRegistry registry(Simulator providers) {
        return ProviderRegistry.builder()
                .environment(variable -> null)
                .key("openai", "test")
                .baseUrl("openai", URI.create(providers.baseUrl() + "/v1"))
                .key("anthropic", "test")
                .baseUrl("anthropic", URI.create(providers.baseUrl().toString()))
                .build();
    }
}

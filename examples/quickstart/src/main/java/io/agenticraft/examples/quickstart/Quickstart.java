package io.agenticraft.examples.quickstart;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.otel.decorate.AgentTelemetry;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.concurrent.CompletableFuture;

/** Asks an agent about two cities at once, in a span of its own. */
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] arguments) throws Exception {
        // OPENAI_API_KEY, OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_ENDPOINT and so on come from the environment
        OpenTelemetry openTelemetry =
                AutoConfiguredOpenTelemetrySdk.initialize().getOpenTelemetrySdk();
        System.out.println(compare(AgentTelemetry.create(openTelemetry), ProviderRegistry.shared()));
    }

    static String compare(AgentTelemetry telemetry, ProviderRegistry providers) throws Exception {
        Tool weather = Tool.of(
                "get_weather",
                "The weather in a city, now.",
                Schema.object().string("city", "the city's name").required(),
                arguments -> "It is sunny in " + arguments.string("city"));
        Agent agent = telemetry.wrap(Agent.builder()
                .name("weather-agent")
                .model("openai:gpt-4o-mini")
                .registry(providers)
                .tool(weather)
                .build());

        // Both runs are children of this span, with their model and tool calls below them, on whatever threads
        return telemetry.span("compare cities", () -> {
            CompletableFuture<RunResult> tartu = agent.runAsync("What is the weather in Tartu?");
            CompletableFuture<RunResult> tallinn = agent.runAsync("What is the weather in Tallinn?");
            return tartu.join().text() + "\n" + tallinn.join().text();
        });
    }
}

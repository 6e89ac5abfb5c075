package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.cache.ResponseCache;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.otel.decorate.AgentTelemetry;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.resilience.Failover;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.PrintStream;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line makes an agent's runs spans: each attempt is one, and what the policies decided is told by the run's. */
final class TraceRuns implements Recipe {
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("agenticraft.attempt.reason");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> OUTPUT = AttributeKey.longKey("gen_ai.usage.output_tokens");

    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder()
                .script(Script.empty().when("", Reply.text("Here I am.")))
                .build();
        // An exporter to Jaeger or Tempo stands here in real life; see examples/quickstart
        SdkTracerProvider tracers =
                SdkTracerProvider.builder().addSpanProcessor(new Printer(out)).build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator);
                OpenTelemetrySdk openTelemetry =
                        OpenTelemetrySdk.builder().setTracerProvider(tracers).build()) {
            trace(AgentTelemetry.create(openTelemetry), registry, out);
        }
    }

    private static void trace(AgentTelemetry telemetry, ProviderRegistry registry, PrintStream out) {
        Agent agent = telemetry.wrap(Agent.builder()
                .name("clerk")
                .registry(registry)
                .model("openai:simulate-error-500_times-1")
                .generation(GenerationOptions.builder().temperature(0).build())
                .cache(ResponseCache.builder().build())
                .routing(Failover.builder()
                        .fallback(registry.resolve("anthropic:claude-haiku-4-5"))
                        .backoff(Duration.ofMillis(10), Duration.ofMillis(20))
                        .build())
                .build());
        out.println("A provider that fails once:");
        agent.run("Hello");
        out.println("The same question again:");
        agent.run("Hello");
        out.println("A provider that is out of quota:");
        agent.switchTo("openai:simulate-error-quota");
        agent.run("Hello");
    }

    /** Shows each span when it ends: calls before the run that they belong to. */
    private record Printer(PrintStream out) implements SpanProcessor {
        @Override
        public void onEnd(ReadableSpan ended) {
            SpanData span = ended.toSpanData();
            Attributes facts = span.getAttributes();
            StringBuilder line = new StringBuilder("  ").append(span.getName());
            append(line, "why", facts.get(REASON));
            append(line, "error", facts.get(ERROR));
            append(line, "output tokens", facts.get(OUTPUT));
            String decisions = span.getEvents().stream().map(EventData::getName).collect(Collectors.joining(", "));
            append(line, "decided", decisions.isEmpty() ? null : decisions);
            out.println(line);
        }

        private static void append(StringBuilder line, String label, @Nullable Object value) {
            if (value != null) {
                line.append("; ").append(label).append(": ").append(value);
            }
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }
    }
}

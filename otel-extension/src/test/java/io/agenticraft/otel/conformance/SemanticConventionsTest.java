package io.agenticraft.otel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.Usage;
import io.agenticraft.otel.decorate.AgentTelemetry;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.Failing;
import io.agenticraft.otel.testing.FunctionTool;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.otel.testing.TestTelemetry;
import io.agenticraft.registry.Binding;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that runs of agents emit, in success and failure, is what the conventions' registry says. */
@Tag("conformance")
class SemanticConventionsTest {
    private static final Map<String, String> SPANS = Map.of(
            "chat", "gen_ai.client.inference",
            "invoke_agent", "gen_ai.invoke_agent.internal",
            "execute_tool", "gen_ai.execute_tool.internal");
    private static final Map<String, SpanKind> KINDS =
            Map.of("chat", SpanKind.CLIENT, "invoke_agent", SpanKind.INTERNAL, "execute_tool", SpanKind.INTERNAL);
    /** What the registry has and runs without images and sound do not. */
    private static final List<String> METRICS =
            List.of("gen_ai.client.inference.", "gen_ai.invoke_agent.", "gen_ai.execute_tool.");

    /** Names of ours, which no convention may take: it is nobody else's name space. */
    private static final String OURS = "agenticraft.";

    private final TestTelemetry telemetry = new TestTelemetry();

    /** Runs that set every attribute there is, stream and do not stream, succeed and fail. */
    private void runAgents() {
        ScriptedProvider model = ScriptedProvider.inline()
                .wants(new ToolCall("c1", "lookup", "{}"), new ToolCall("c2", "broken", "{}"))
                .answers(answer())
                .says("streamed")
                .fails(Failing.rateLimit("rate_limit_exceeded"));
        Agent agent = AgentTelemetry.create(telemetry.openTelemetry())
                .wrap(Agent.builder()
                        .name("support")
                        .description("Answers")
                        .model(new Binding(model, "gpt-4o"))
                        .tool(new FunctionTool("lookup", arguments -> "found"))
                        .tool(new FunctionTool("broken", arguments -> {
                            throw new IllegalStateException();
                        }))
                        .build());
        List<Message> input = List.of(Message.user("hello"));
        RunOptions options = RunOptions.defaults().withConversationId("conv-7").with(everyOption());

        agent.start(input, options, null).join();
        agent.start(input, options, event -> {}).join();
        assertTrue(agent.start(input, options, null)
                .handle((result, failure) -> failure != null)
                .join());
    }

    private static GenerationOptions everyOption() {
        return GenerationOptions.builder()
                .maxTokens(64)
                .temperature(0.5)
                .topP(0.9)
                .topK(40)
                .seed(7)
                .frequencyPenalty(0.1)
                .presencePenalty(0.2)
                .stopSequences(List.of("END"))
                .reasoningLevel("low")
                .build();
    }

    private static ModelResponse answer() {
        return new ModelResponse(
                "resp-2",
                "gpt-4o-2024",
                Message.assistant("done"),
                FinishReason.LENGTH,
                null,
                new Usage(12L, 5L, 4L, 3L, 2L),
                null,
                Map.of("service_tier", "default", "system_fingerprint", "fp_1"));
    }

    @Test
    void spans_areTheConventions() throws IOException {
        Conventions conventions = Conventions.read();
        runAgents();

        Set<String> seen = new TreeSet<>();
        for (SpanData span : telemetry.spans()) {
            String operation = String.valueOf(span.getAttributes().get(GenAi.OPERATION_NAME));
            seen.add(operation);
            JsonNode described = conventions.span(Objects.requireNonNull(SPANS.get(operation), operation));
            Conventions.assertNoFaults(span.getName(), conventions.faults(described, span.getAttributes()));
            assertEquals(KINDS.get(operation), span.getKind());
            assertEquals(
                    described.get("kind").asText().startsWith("client") ? SpanKind.CLIENT : SpanKind.INTERNAL,
                    span.getKind());
            assertEquals(name(described.get("name").asText(), span), span.getName());
        }
        assertEquals(SPANS.keySet(), seen);
    }

    /** The registry's pattern, the first of its variants, filled in. */
    private static String name(String pattern, SpanData span) {
        String name = pattern.split(" \\|", 2)[0];
        for (AttributeKey<?> key : span.getAttributes().asMap().keySet()) {
            name = name.replace(
                    "{" + key.getKey() + "}",
                    String.valueOf(span.getAttributes().asMap().get(key)));
        }
        return name;
    }

    @Test
    void metrics_areTheConventions() throws IOException {
        Conventions conventions = Conventions.read();
        runAgents();

        Set<String> expected = new TreeSet<>();
        METRICS.forEach(prefix -> expected.addAll(conventions.metrics(prefix)));
        Map<String, MetricData> emitted = telemetry.metrics();
        assertNotNull(emitted.remove(GenAi.COST), "ours, for which the conventions have no name");
        assertEquals(expected, emitted.keySet());
        for (MetricData metric : emitted.values()) {
            JsonNode described = conventions.metric(metric.getName());
            assertEquals(described.get("unit").asText(), metric.getUnit(), metric.getName());
            assertEquals(
                    described.get("instrument").asText().equals("histogram"),
                    metric.getType() == MetricDataType.HISTOGRAM,
                    metric.getName());
            for (PointData point : metric.getData().getPoints()) {
                Conventions.assertNoFaults(metric.getName(), conventions.faults(described, point.getAttributes()));
            }
            assertBuckets(described, metric);
        }
    }

    private static void assertBuckets(JsonNode described, MetricData metric) {
        if (described.get("buckets").isNull()) {
            return;
        }
        List<Double> buckets = new ArrayList<>();
        described.get("buckets").forEach(bucket -> buckets.add(bucket.asDouble()));
        for (HistogramPointData point : metric.getHistogramData().getPoints()) {
            assertEquals(buckets, point.getBoundaries(), metric.getName());
        }
    }

    @Test
    void failures_haveTheirTypeOnSpansAndMetrics() throws IOException {
        Conventions conventions = Conventions.read();
        runAgents();

        for (String metric : List.of(GenAi.INFERENCE_DURATION, GenAi.AGENT_DURATION, GenAi.TOOL_DURATION)) {
            long failed = telemetry.metric(metric).getHistogramData().getPoints().stream()
                    .filter(point -> point.getAttributes().get(GenAi.ERROR_TYPE) != null)
                    .mapToLong(HistogramPointData::getCount)
                    .sum();
            assertEquals(1, failed, metric);
            assertTrue(conventions.metric(metric).get("attributes").has("error.type"), metric);
        }
    }

    @Test
    void constants_areInTheRegistry() throws Exception {
        Conventions conventions = Conventions.read();

        int attributes = 0;
        for (Field field : GenAi.class.getFields()) {
            if (field.get(null) instanceof AttributeKey<?> key && !key.getKey().startsWith(OURS)) {
                attributes++;
                assertTrue(conventions.isKnown(key), () -> key + " of type " + key.getType());
            }
        }
        assertTrue(attributes > 30, "only " + attributes + " constants were found");
    }
}

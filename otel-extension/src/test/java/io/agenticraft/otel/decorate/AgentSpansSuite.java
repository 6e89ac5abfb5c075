package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.RunEvent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.FunctionTool;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the spans and metrics of a run say. */
public abstract class AgentSpansSuite extends AgentFixture {

    @Test
    void run_withTool_isTreeOfSpans() {
        model.wants(call("c1", "lookup")).says("done");

        RunResult result = run(observe(agent(new FunctionTool("lookup", arguments -> "found"))));

        assertEquals("done", result.text());
        assertEquals("""
                invoke_agent support
                  chat gpt-4o
                  execute_tool lookup
                  chat gpt-4o
                """, telemetry.tree());
    }

    @Test
    void agentSpan_tellsOfTheRun() {
        model.wants(call("c1", "lookup")).says("done");
        RunOptions options = RunOptions.defaults()
                .withConversationId("conv-7")
                .with(GenerationOptions.builder().temperature(0.5).maxTokens(64).build());

        observe(agent(new FunctionTool("lookup", arguments -> "found")))
                .start(INPUT, options, null)
                .join();

        SpanData span = telemetry.span("invoke_agent support");
        assertEquals(SpanKind.INTERNAL, span.getKind());
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertEquals("invoke_agent", span.getAttributes().get(GenAi.OPERATION_NAME));
        assertEquals("support", span.getAttributes().get(GenAi.AGENT_NAME));
        assertEquals("Answers", span.getAttributes().get(GenAi.AGENT_DESCRIPTION));
        assertEquals("conv-7", span.getAttributes().get(GenAi.CONVERSATION_ID));
        assertEquals("gpt-4o", span.getAttributes().get(GenAi.REQUEST_MODEL));
        assertEquals(0.5, span.getAttributes().get(GenAi.REQUEST_TEMPERATURE));
        assertEquals(64, span.getAttributes().get(GenAi.REQUEST_MAX_TOKENS));
        assertEquals(24, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(10, span.getAttributes().get(GenAi.USAGE_OUTPUT_TOKENS));
        assertEquals(List.of("stop"), span.getAttributes().get(GenAi.RESPONSE_FINISH_REASONS));
        assertNull(span.getAttributes().get(GenAi.PROVIDER_NAME));
        assertNull(span.getAttributes().get(GenAi.USAGE_CACHE_READ_TOKENS));
    }

    @Test
    void chatSpan_tellsOfTheCall() {
        model.says("done");

        observe(agent())
                .start(INPUT, RunOptions.defaults().withConversationId("conv-7"), null)
                .join();

        SpanData span = telemetry.span("chat gpt-4o");
        assertEquals(SpanKind.CLIENT, span.getKind());
        assertEquals("chat", span.getAttributes().get(GenAi.OPERATION_NAME));
        assertEquals("openai", span.getAttributes().get(GenAi.PROVIDER_NAME));
        assertEquals("gpt-4o", span.getAttributes().get(GenAi.REQUEST_MODEL));
        assertEquals("models.example", span.getAttributes().get(GenAi.SERVER_ADDRESS));
        assertEquals(8080, span.getAttributes().get(GenAi.SERVER_PORT));
        assertEquals("conv-7", span.getAttributes().get(GenAi.CONVERSATION_ID));
        assertEquals("resp-1", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals("gpt-4o-2024", span.getAttributes().get(GenAi.RESPONSE_MODEL));
        assertEquals(List.of("stop"), span.getAttributes().get(GenAi.RESPONSE_FINISH_REASONS));
        assertEquals(12, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(5, span.getAttributes().get(GenAi.USAGE_OUTPUT_TOKENS));
        assertEquals(4, span.getAttributes().get(GenAi.USAGE_CACHE_READ_TOKENS));
        assertEquals(3, span.getAttributes().get(GenAi.USAGE_CACHE_WRITE_TOKENS));
        assertEquals(2, span.getAttributes().get(GenAi.USAGE_REASONING_TOKENS));
        assertNull(span.getAttributes().get(GenAi.REQUEST_STREAM));
        assertNull(span.getAttributes().get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK));
    }

    @Test
    void toolSpan_tellsOfTheExecution() {
        model.wants(call("c1", "lookup")).says("done");

        run(observe(agent(new FunctionTool("lookup", arguments -> "found"))));

        SpanData span = telemetry.span("execute_tool lookup");
        assertEquals(SpanKind.INTERNAL, span.getKind());
        assertEquals("execute_tool", span.getAttributes().get(GenAi.OPERATION_NAME));
        assertEquals("lookup", span.getAttributes().get(GenAi.TOOL_NAME));
        assertEquals("function", span.getAttributes().get(GenAi.TOOL_TYPE));
        assertEquals("c1", span.getAttributes().get(GenAi.TOOL_CALL_ID));
        assertEquals("Does lookup", span.getAttributes().get(GenAi.TOOL_DESCRIPTION));
        assertEquals("support", span.getAttributes().get(GenAi.AGENT_NAME));
    }

    @Test
    void streamingRun_measuresFirstChunk() {
        model.says("done");

        observe(agent()).start(INPUT, RunOptions.defaults(), event -> {}).join();

        SpanData span = telemetry.span("chat gpt-4o");
        assertEquals(true, span.getAttributes().get(GenAi.REQUEST_STREAM));
        Double firstChunk = span.getAttributes().get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK);
        assertNotNull(firstChunk);
        assertTrue(firstChunk > 0 && firstChunk < 10, () -> "first chunk after " + firstChunk + " s");
        assertTrue(telemetry.metrics().containsKey(GenAi.INFERENCE_TIME_TO_FIRST_CHUNK));
        assertTrue(telemetry.metrics().containsKey(GenAi.INFERENCE_TIME_PER_OUTPUT_CHUNK));
    }

    @Test
    void plainRun_measuresNoChunks() {
        model.says("done");

        run(observe(agent()));

        assertFalse(telemetry.metrics().containsKey(GenAi.INFERENCE_TIME_TO_FIRST_CHUNK));
        assertFalse(telemetry.metrics().containsKey(GenAi.INFERENCE_TIME_PER_OUTPUT_CHUNK));
    }

    @Test
    void run_isMeasured() {
        model.wants(call("c1", "lookup"), call("c2", "lookup")).says("done");

        run(observe(agent(new FunctionTool("lookup", arguments -> "found"))));

        assertEquals(2, histogram(GenAi.AGENT_INFERENCE_CALLS).getSum());
        assertEquals(2, histogram(GenAi.AGENT_TOOL_CALLS).getSum());
        assertEquals(1, histogram(GenAi.AGENT_DURATION).getCount());
        assertEquals(2, histogram(GenAi.TOOL_DURATION).getCount());
        assertEquals(2, histogram(GenAi.INFERENCE_DURATION).getCount());
        assertEquals(24, histogram(GenAi.INFERENCE_OPERATION_INPUT_TOKENS).getSum());
        assertEquals(10, histogram(GenAi.INFERENCE_OPERATION_OUTPUT_TOKENS).getSum());
    }

    @Test
    void streamedEvents_areTheSame() {
        model.says("done");
        List<RunEvent> events = new ArrayList<>();

        RunResult result = observe(agent())
                .start(INPUT, RunOptions.defaults(), events::add)
                .join();

        assertEquals(
                List.of(
                        new RunEvent.Delta(1, new ModelEvent.Started("resp-1", "gpt-4o-2024")),
                        new RunEvent.Delta(1, new ModelEvent.TextDelta("done"))),
                events.subList(0, 2));
        assertEquals(new RunEvent.Finished(result), events.get(events.size() - 1));
    }

    @Test
    void parallelTools_areSiblings() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        model.wants(call("c1", "left"), call("c2", "right")).says("done");

        run(observe(agent(
                new FunctionTool("left", arguments -> meet(both)),
                new FunctionTool("right", arguments -> meet(both)))));

        String agent = telemetry.span("invoke_agent support").getSpanId();
        assertEquals(agent, telemetry.span("execute_tool left").getParentSpanId());
        assertEquals(agent, telemetry.span("execute_tool right").getParentSpanId());
    }

    private static String meet(CountDownLatch both) {
        both.countDown();
        try {
            assertTrue(both.await(10, TimeUnit.SECONDS), "the tools do not run at once");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "met";
    }
}

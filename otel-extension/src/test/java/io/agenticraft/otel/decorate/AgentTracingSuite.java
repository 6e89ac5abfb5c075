package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ToolCall;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.Failing;
import io.agenticraft.otel.testing.FunctionTool;
import io.agenticraft.otel.testing.LoopAgent;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.otel.testing.TestTelemetry;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an observed run of an agent looks like, whoever observes it. */
public abstract class AgentTracingSuite {
    protected static final List<Message> INPUT = List.of(Message.user("What does the user want?"));

    protected final TestTelemetry telemetry = new TestTelemetry();
    protected final ExecutorService threads = Executors.newFixedThreadPool(4);
    protected final ScriptedProvider model = new ScriptedProvider(threads);

    /** The agent, observed in the way under test. */
    protected abstract Agent observe(Agent agent);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    protected final Agent agent(Tool... tools) {
        return agent("support", model, tools);
    }

    protected final Agent agent(String name, ScriptedProvider provider, Tool... tools) {
        return new LoopAgent(name, new Binding(provider, "gpt-4o"), List.of(tools), threads);
    }

    protected static RunResult run(Agent agent) {
        return agent.start(INPUT, RunOptions.defaults(), null).join();
    }

    private static ToolCall call(String id, String tool) {
        return new ToolCall(id, tool, "{\"secret\":1}");
    }

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

    private HistogramPointData histogram(String name) {
        return telemetry.point(name, metric -> metric.getHistogramData().getPoints());
    }

    @Test
    void providerFailure_marksChatAndAgent() {
        RateLimitException failure = Failing.rateLimit("rate_limit_exceeded");
        model.fails(failure);

        CompletionException seen = assertThrows(CompletionException.class, () -> run(observe(agent())));

        assertSame(failure, seen.getCause());
        for (String name : List.of("chat gpt-4o", "invoke_agent support")) {
            SpanData span = telemetry.span(name);
            assertEquals("rate_limit_exceeded", span.getAttributes().get(GenAi.ERROR_TYPE));
            assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
            assertEquals(RateLimitException.class.getName(), span.getStatus().getDescription());
            assertTrue(span.getEvents().isEmpty());
        }
        assertEquals(
                "rate_limit_exceeded",
                histogram(GenAi.INFERENCE_DURATION).getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(
                "rate_limit_exceeded",
                histogram(GenAi.AGENT_DURATION).getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void cutStream_keepsWhatArrived() {
        ModelResponse partial = ScriptedProvider.response(Message.assistant("do"), FinishReason.OTHER);
        model.fails(Failing.cut(partial));

        assertThrows(
                CompletionException.class,
                () -> observe(agent())
                        .start(INPUT, RunOptions.defaults(), event -> {})
                        .join());

        SpanData span = telemetry.span("chat gpt-4o");
        assertEquals(
                "io.agenticraft.provider.InterruptedStreamException",
                span.getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(12, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(12, telemetry.span("invoke_agent support").getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
    }

    @Test
    void toolFailure_marksToolAlone() {
        model.wants(call("c1", "lookup")).says("sorry");

        run(observe(agent(new FunctionTool("lookup", arguments -> {
            throw new IllegalStateException(Failing.SECRET);
        }))));

        SpanData tool = telemetry.span("execute_tool lookup");
        assertEquals("java.lang.IllegalStateException", tool.getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(StatusCode.ERROR, tool.getStatus().getStatusCode());
        assertEquals(
                StatusCode.UNSET,
                telemetry.span("invoke_agent support").getStatus().getStatusCode());
        assertEquals(
                "java.lang.IllegalStateException",
                histogram(GenAi.TOOL_DURATION).getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void spans_haveNothingOfTheContent() {
        model.wants(call("c1", "lookup")).fails(Failing.rateLimit(null));

        assertThrows(
                CompletionException.class,
                () -> run(observe(agent(new FunctionTool("lookup", arguments -> "classified")))));

        String all = telemetry.spans().toString() + telemetry.metrics();
        for (String content : List.of(Failing.SECRET, "What does", "secret", "classified")) {
            assertFalse(all.contains(content), () -> content + " in " + all);
        }
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

    @Test
    void agentAsTool_hangsBelowTheTool() {
        ScriptedProvider clerkModel = new ScriptedProvider(threads).says("42");
        Agent clerk = observe(agent("clerk", clerkModel));
        model.wants(call("c1", "ask_clerk")).says("done");

        run(observe(agent(new FunctionTool("ask_clerk", arguments -> run(clerk).text()))));

        assertEquals("""
                invoke_agent support
                  chat gpt-4o
                  execute_tool ask_clerk
                    invoke_agent clerk
                      chat gpt-4o
                  chat gpt-4o
                """, telemetry.tree());
    }

    @Test
    void observedTwice_isOneSpanPerOperation() {
        model.wants(call("c1", "lookup")).says("done");
        AgentTelemetry byHand = AgentTelemetry.create(telemetry.openTelemetry());
        Tool tool = byHand.wrap(new FunctionTool("lookup", arguments -> "found"));
        Agent agent = new LoopAgent("support", new Binding(byHand.wrap(model), "gpt-4o"), List.of(tool), threads);

        run(byHand.wrap(byHand.wrap(observe(observe(agent)))));

        assertEquals("""
                invoke_agent support
                  chat gpt-4o
                  execute_tool lookup
                  chat gpt-4o
                """, telemetry.tree());
        assertEquals(2, histogram(GenAi.INFERENCE_DURATION).getCount());
    }

    @Test
    void toolWork_happensInTheToolsSpan() {
        model.wants(call("c1", "lookup")).says("done");
        CompletableFuture<String> spanSeen = new CompletableFuture<>();

        run(observe(agent(new FunctionTool("lookup", arguments -> {
            spanSeen.complete(Span.current().getSpanContext().getSpanId());
            return "found";
        }))));

        assertEquals(telemetry.span("execute_tool lookup").getSpanId(), spanSeen.join());
    }

    @Test
    void cancelling_reachesTheProviderAndEndsTheSpans() {
        CompletableFuture<ModelResponse> never = new CompletableFuture<>();
        model.returns(never);
        CompletableFuture<RunResult> run = observe(new DirectAgent(model)).start(INPUT, RunOptions.defaults(), null);

        assertTrue(run.cancel(true));

        assertTrue(run.isCancelled());
        assertTrue(never.isCancelled());
        for (String name : List.of("chat gpt-4o", "invoke_agent direct")) {
            SpanData span = telemetry.span(name);
            assertEquals(GenAi.ERROR_CANCELLED, span.getAttributes().get(GenAi.ERROR_TYPE));
            assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        }
    }

    @Test
    void spans_endBeforeTheResultIsSeen() {
        CompletableFuture<ModelResponse> later = new CompletableFuture<>();
        model.returns(later);
        CompletableFuture<Integer> spansSeen = observe(agent())
                .start(INPUT, RunOptions.defaults(), null)
                .thenApply(result -> telemetry.spans().size());

        later.complete(ScriptedProvider.response(Message.assistant("done"), FinishReason.STOP));

        assertEquals(2, spansSeen.join());
    }
}

package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.Failing;
import io.agenticraft.otel.testing.FunctionTool;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an observed run of an agent looks like, whoever observes it: the spans, and here failures, nesting and threads. */
public abstract class AgentTracingSuite extends AgentSpansSuite {

    @Test
    void providerFailure_marksChatAndAgent() {
        RateLimitException failure = Failing.rateLimit("rate_limit_exceeded");
        model.fails(failure);

        CompletableFuture<RunResult> run = observe(agent()).start(INPUT, RunOptions.defaults(), null);

        assertSame(failure, assertThrows(CompletionException.class, run::join).getCause());
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
                RateLimitException.class,
                () -> run(observe(agent(new FunctionTool("lookup", arguments -> "classified")))));

        String all = telemetry.spans().toString() + telemetry.metrics();
        for (String content : List.of(Failing.SECRET, "What does", "secret", "classified")) {
            assertFalse(all.contains(content), () -> content + " in " + all);
        }
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
        Agent agent = Agent.builder()
                .name("support")
                .model(new Binding(byHand.wrap(model), "gpt-4o"))
                .tool(tool)
                .executor(threads)
                .build();

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
        CompletableFuture<RunResult> run = observe(agent()).start(INPUT, RunOptions.defaults(), null);

        assertTrue(run.cancel(true));

        assertTrue(run.isCancelled());
        assertTrue(never.isCancelled());
        for (String name : List.of("chat gpt-4o", "invoke_agent support")) {
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

    @Test
    void run_insideASpan_isItsChildAcrossThreads() throws Exception {
        model.wants(call("c1", "lookup")).says("done");
        Agent agent = observe(agent(new FunctionTool("lookup", arguments -> "found")));

        AgentTelemetry.create(telemetry.openTelemetry())
                .span(
                        "handle ticket",
                        () -> threads.submit(Context.current().wrap(() -> run(agent)))
                                .get(10, TimeUnit.SECONDS));

        assertEquals("""
                handle ticket
                  invoke_agent support
                    chat gpt-4o
                    execute_tool lookup
                    chat gpt-4o
                """, telemetry.tree());
    }

    @Test
    void modelCallOfATool_isItsOwnSpan() {
        ScriptedProvider other = new ScriptedProvider(threads).says("summary");
        ModelProvider observed =
                AgentTelemetry.create(telemetry.openTelemetry()).wrap(other);
        model.wants(call("c1", "summarise")).says("done");

        run(observe(agent(new FunctionTool(
                "summarise",
                arguments -> observed.complete(
                                ModelRequest.builder("small").messages(INPUT).build())
                        .join()
                        .text()))));

        assertEquals("""
                invoke_agent support
                  chat gpt-4o
                  execute_tool summarise
                    chat small
                  chat gpt-4o
                """, telemetry.tree());
    }
}

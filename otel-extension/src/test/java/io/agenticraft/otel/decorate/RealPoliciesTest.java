package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.cache.ResponseCache;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.Failing;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.registry.Binding;
import io.agenticraft.resilience.Failover;
import io.agenticraft.stats.CallStats;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** agent-core's own policies, in the order in which an agent composes them, as a trace shows them. */
class RealPoliciesTest extends AgentFixture {
    private final ScriptedProvider spare = new ScriptedProvider(threads);
    private final CallStats stats = CallStats.create();

    @Override
    protected Agent observe(Agent agent) {
        return AgentTelemetry.create(telemetry.openTelemetry()).wrap(agent);
    }

    private Agent steadfast() {
        return observe(Agent.builder()
                .name("support")
                .model(new Binding(model, "gpt-4o"))
                .generation(GenerationOptions.builder().temperature(0).build())
                .cache(ResponseCache.builder().build())
                .routing(Failover.builder()
                        .fallback(new Binding(spare, "gpt-4o-mini"))
                        .retriesPerTarget(1)
                        .backoff(Duration.ofMillis(1), Duration.ofMillis(2))
                        .build())
                .stats(stats)
                .executor(threads)
                .build());
    }

    @Test
    void retryAndFallback_areSpansAndEvents() {
        model.fails(Failing.rateLimit("rate_limit_exceeded")).fails(Failing.rateLimit("rate_limit_exceeded"));
        spare.says("hello");

        run(steadfast());

        assertEquals("""
                invoke_agent support
                  chat gpt-4o
                  chat gpt-4o
                  chat gpt-4o-mini
                """, telemetry.tree());
        List<SpanData> spans = telemetry.spans();
        assertNull(spans.get(0).getAttributes().get(GenAi.ATTEMPT_REASON));
        assertEquals("retry", spans.get(1).getAttributes().get(GenAi.ATTEMPT_REASON));
        assertEquals("fallback", spans.get(2).getAttributes().get(GenAi.ATTEMPT_REASON));
        assertEquals(3, spans.get(2).getAttributes().get(GenAi.ATTEMPT_NUMBER));
        SpanData run = telemetry.span("invoke_agent support");
        assertEquals(
                List.of("agenticraft.retry", "agenticraft.fallback"),
                run.getEvents().stream().map(EventData::getName).toList());
        assertNull(run.getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(3, stats.snapshot().total().requests());
    }

    @Test
    void targetThatIsTooSlow_hasFailed() {
        CompletableFuture<ModelResponse> never = new CompletableFuture<>();
        model.returns(never);
        spare.says("hello");

        RunResult result = run(observe(Agent.builder()
                .name("support")
                .model(new Binding(model, "gpt-4o"))
                .routing(Failover.builder()
                        .fallback(new Binding(spare, "gpt-4o-mini"))
                        .answerTimeout(Duration.ofMillis(20))
                        .build())
                .stats(stats)
                .executor(threads)
                .build()));

        assertEquals("hello", result.text());
        SpanData slow = telemetry.spans().get(0);
        assertEquals("chat gpt-4o", slow.getName());
        assertEquals(
                ProviderTimeoutException.class.getName(), slow.getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(1, stats.snapshot().total().failed());
        assertEquals(0, stats.snapshot().total().cancelled());
        assertTrue(never.isCompletedExceptionally());
    }

    @Test
    void cacheHit_isAnEventAndNoCall() {
        model.says("hello");
        Agent agent = steadfast();
        run(agent);

        RunResult again = run(agent);

        assertEquals("hello", again.text());
        List<SpanData> runs = telemetry.spans().stream()
                .filter(span -> span.getName().equals("invoke_agent support"))
                .toList();
        SpanData second = runs.get(1);
        assertEquals(1, second.getAttributes().get(AttributeKey.longKey("agenticraft.cache_hit.count")));
        assertEquals("local", second.getEvents().get(0).getAttributes().get(GenAi.CACHE_LEVEL));
        assertEquals(
                1,
                telemetry.spans().stream()
                        .filter(span -> span.getName().startsWith("chat"))
                        .count());
        assertEquals(1, histogram(GenAi.INFERENCE_DURATION).getCount());
        assertFalse(second.getEvents().toString().contains("hello"));
        assertEquals(1, stats.snapshot().total().requests());
    }

    @Test
    void callersObserverThatThrows_hidesNoDecision() {
        model.fails(Failing.rateLimit("rate_limit_exceeded")).says("hello");
        RunOptions options = RunOptions.defaults().observed(event -> {
            throw new IllegalStateException();
        });
        assertEquals("hello", steadfast().run(INPUT, options).text());
        assertEquals(
                List.of("agenticraft.retry"),
                telemetry.span("invoke_agent support").getEvents().stream()
                        .map(EventData::getName)
                        .toList());
    }

    /** Each ends once, whoever is first: a hedge's two calls, the caller who cancels, and answers that come too late. */
    @Test
    void answersThatCrossACancellation_endEachSpanOnce() throws Exception {
        for (int i = 0; i < 300; i++) {
            CompletableFuture<ModelResponse> answer = new CompletableFuture<>();
            model.returns(answer);
            CompletableFuture<RunResult> result = steadfast().start(INPUT, RunOptions.defaults(), null);
            threads.execute(
                    () -> answer.complete(ScriptedProvider.response(Message.assistant("hello"), FinishReason.STOP)));
            result.cancel(true);
            answer.complete(ScriptedProvider.response(Message.assistant("late"), FinishReason.STOP));
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(600, telemetry.spans().size());
        assertEquals(
                600,
                telemetry.spans().stream().map(SpanData::getSpanId).distinct().count());
    }
}

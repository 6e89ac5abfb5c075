package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.agenticraft.agent.Agent;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.Failing;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attempts and decisions, on the smallest router there is: one retry, on another thread. */
class PolicySpansTest extends AgentFixture {
    private static final ModelRequest REQUEST =
            ModelRequest.builder("gpt-4o").messages(Message.user("hi")).build();

    @Override
    protected Agent observe(Agent agent) {
        return AgentTelemetry.create(telemetry.openTelemetry()).wrap(agent);
    }

    private Agent retrying() {
        return Agent.builder()
                .name("support")
                .model(new Binding(model, "gpt-4o"))
                .policy(Retrying::new)
                .executor(threads)
                .build();
    }

    @Test
    void attempts_areSpansOfTheRun() {
        model.fails(Failing.rateLimit("rate_limit_exceeded")).says("hello");

        run(observe(retrying()));

        assertEquals("""
                invoke_agent support
                  chat gpt-4o
                  chat gpt-4o
                """, telemetry.tree());
        SpanData first = telemetry.spans().get(0);
        assertEquals("rate_limit_exceeded", first.getAttributes().get(GenAi.ERROR_TYPE));
        assertNull(first.getAttributes().get(GenAi.ATTEMPT_NUMBER));
        SpanData second = telemetry.spans().get(1);
        assertNull(second.getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(2, second.getAttributes().get(GenAi.ATTEMPT_NUMBER));
        assertEquals("retry", second.getAttributes().get(GenAi.ATTEMPT_REASON));
    }

    @Test
    void cost_isOnEachCallAndSummedOnTheRun() {
        model.fails(Failing.cut(ScriptedProvider.response(Message.assistant("he"), FinishReason.OTHER)))
                .says("hello");

        run(observe(retrying()));

        // 12 tokens in, of which 4 are read from the cache at half the price; 5 out, at gpt-4o's list prices
        Double cost = telemetry.spans().get(1).getAttributes().get(GenAi.USAGE_COST);
        assertEquals((8 * 2.5 + 4 * 1.25 + 5 * 10) / 1e6, Objects.requireNonNull(cost), 1e-12);
        assertEquals(
                2 * cost,
                Objects.requireNonNull(
                        telemetry.span("invoke_agent support").getAttributes().get(GenAi.USAGE_COST)),
                1e-12);
        // The run's own usage is that of its answers; tokens of a call that was cut off were used as well.
        assertEquals(24, telemetry.span("invoke_agent support").getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(
                2 * cost,
                telemetry
                        .point(GenAi.COST, metric -> metric.getDoubleSumData().getPoints())
                        .getValue(),
                1e-12);
    }

    @Test
    void decision_isAnEventAndACountOfTheRun() {
        model.fails(Failing.rateLimit("rate_limit_exceeded")).says("hello");

        run(observe(retrying()));

        SpanData run = telemetry.span("invoke_agent support");
        assertEquals(1, run.getAttributes().get(AttributeKey.longKey("agenticraft.retry.count")));
        EventData event = run.getEvents().get(0);
        assertEquals("agenticraft.retry", event.getName());
        assertEquals(1.5, event.getAttributes().get(GenAi.DELAY));
        assertEquals("openai:gpt-4o", event.getAttributes().get(GenAi.TARGET));
        assertEquals(
                "retry",
                telemetry
                        .point(
                                GenAi.DECISIONS,
                                metric -> metric.getLongSumData().getPoints())
                        .getAttributes()
                        .get(GenAi.DECISION));
    }

    @Test
    void policiesCalledByThemselves_areAttemptsBelowTheCallersSpan() throws Exception {
        model.fails(Failing.rateLimit(null)).says("hello");
        AgentTelemetry byHand = AgentTelemetry.create(telemetry.openTelemetry());
        ModelProvider router = byHand.wrap(new Retrying(model));

        ModelResponse response =
                byHand.span("handle ticket", () -> router.complete(REQUEST).join());

        assertEquals("hello", response.text());
        assertEquals("""
                handle ticket
                  chat gpt-4o
                  chat gpt-4o
                """, telemetry.tree());
        SpanData around = telemetry.span("handle ticket");
        assertEquals(1, around.getAttributes().get(AttributeKey.longKey("agenticraft.retry.count")));
    }

    @Test
    void policiesOfAnObservedRun_areObservedOnce() {
        model.fails(Failing.rateLimit(null)).says("hello");
        AgentTelemetry byHand = AgentTelemetry.create(telemetry.openTelemetry());
        ModelProvider router = byHand.wrap(byHand.wrap(new Retrying(byHand.wrap(model))));
        Agent agent = Agent.builder()
                .name("support")
                .model(new Binding(router, "gpt-4o"))
                .executor(threads)
                .build();

        run(byHand.wrap(agent));

        assertEquals("""
                invoke_agent support
                  chat gpt-4o
                  chat gpt-4o
                """, telemetry.tree());
        assertEquals(1, telemetry.span("invoke_agent support").getEvents().size());
    }

    @Test
    void eachKindOfDecision_isShown() {
        List<CallEvent> events = List.of(
                new CallEvent.CacheHit("a:b", CallEvent.CacheLevel.SHARED),
                new CallEvent.FellBack(new Attempt(2, Attempt.Reason.FALLBACK), "a:b", "c:d"),
                new CallEvent.TargetSkipped("a:b", "its circuit breaker is open"),
                new CallEvent.HedgeStarted(new Attempt(2, Attempt.Reason.HEDGE), "a:b", Duration.ofMillis(250)),
                new CallEvent.HedgeEnded(Attempt.first(), "a:b"),
                new CallEvent.HedgeEnded(new Attempt(2, Attempt.Reason.HEDGE), "a:b"),
                new CallEvent.Delayed("admission", "a:b", Duration.ofSeconds(2)),
                new CallEvent.Refused("budget", "a:b", "the day's money is spent"),
                new CallEvent.AttemptFailed(Attempt.first(), "a:b", Failing.rateLimit(null)));
        model.says("hello");
        Agent agent = Agent.builder()
                .name("support")
                .model(new Binding(model, "gpt-4o"))
                .policy(next -> new ScopedProvider(next) {
                    @Override
                    protected ModelProvider in(CallScope scope) {
                        events.forEach(scope::tell);
                        return scope.bind(next());
                    }
                })
                .build();

        run(observe(agent));

        List<EventData> shown = telemetry.span("invoke_agent support").getEvents();
        assertEquals(
                List.of(
                        "agenticraft.cache_hit",
                        "agenticraft.fallback",
                        "agenticraft.skip",
                        "agenticraft.hedge",
                        "agenticraft.hedge_lost",
                        "agenticraft.hedge_won",
                        "agenticraft.delay",
                        "agenticraft.refusal"),
                shown.stream().map(EventData::getName).toList());
        assertEquals("shared", shown.get(0).getAttributes().get(GenAi.CACHE_LEVEL));
        assertEquals("a:b", shown.get(1).getAttributes().get(GenAi.FORMER_TARGET));
        assertEquals("c:d", shown.get(1).getAttributes().get(GenAi.TARGET));
        assertEquals("its circuit breaker is open", shown.get(2).getAttributes().get(GenAi.WHY));
        assertEquals(0.25, shown.get(3).getAttributes().get(GenAi.DELAY));
        assertEquals("admission", shown.get(6).getAttributes().get(GenAi.POLICY));
        assertEquals("the day's money is spent", shown.get(7).getAttributes().get(GenAi.WHY));
    }

    @Test
    void wrappedPolicies_areStillPolicies() {
        ModelProvider wrapped = AgentTelemetry.create(telemetry.openTelemetry()).wrap(new Retrying(model));
        assertInstanceOf(ScopedProvider.class, wrapped);
        assertSame(wrapped, AgentTelemetry.create(telemetry.openTelemetry()).wrap(wrapped));
    }

    private final class Retrying extends ScopedProvider {
        Retrying(ModelProvider next) {
            super(next);
        }

        @Override
        protected ModelProvider in(CallScope scope) {
            return new Bound(scope);
        }

        private final class Bound implements ModelProvider {
            private final CallScope scope;

            Bound(CallScope scope) {
                this.scope = scope;
            }

            @Override
            public String name() {
                return Retrying.this.name();
            }

            @Override
            public @Nullable URI endpoint() {
                return Retrying.this.endpoint();
            }

            @Override
            public CompletableFuture<ModelResponse> complete(ModelRequest request) {
                Attempt retry = new Attempt(2, Attempt.Reason.RETRY);
                return scope.bind(next())
                        .complete(request)
                        .exceptionallyComposeAsync(
                                failure -> {
                                    scope.tell(new CallEvent.RetryScheduled(
                                            retry, name() + ":" + request.model(), Duration.ofMillis(1500)));
                                    return scope.with(retry).bind(next()).complete(request);
                                },
                                threads);
            }

            @Override
            public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
                throw new UnsupportedOperationException();
            }
        }
    }
}

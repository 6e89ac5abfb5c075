package io.agenticraft.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.acceptance.jaeger.Jaeger;
import io.agenticraft.acceptance.jaeger.RequiresJaeger;
import io.agenticraft.acceptance.trace.JaegerQuery;
import io.agenticraft.acceptance.trace.SpanStatus;
import io.agenticraft.acceptance.trace.StoredEvent;
import io.agenticraft.acceptance.trace.StoredSpan;
import io.agenticraft.acceptance.trace.Trace;
import io.agenticraft.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The host application's rush hour as Jaeger saw it: one agent with a cache, failover, hedging, budgets, rate limits and
 * statistics, eight runs, and a provider that has a bad day. Whoever observes it, each attempt is one span, and what the policies
 * decided is told by the run's.
 */
@RequiresJaeger
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RushHourContract {

    static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String RUN = "invoke_agent rush-desk";
    private static final String MODEL = "openai:gpt-4o-mini";
    private static final String SECOND = "anthropic:claude-haiku-4-5";
    private static final String COST = "agenticraft.usage.cost";

    private final String service = "rush-hour-" + UUID.randomUUID();
    private List<Trace> traces = List.of();

    /** Lets the host application's rush hour go by, observed in the way under test. */
    abstract void rush(Simulator providers, String service, Endpoints jaeger) throws Exception;

    @BeforeAll
    void hour(Jaeger jaeger) throws Exception {
        Endpoints endpoints = jaeger.endpoints();
        try (Simulator providers = Shop.open()) {
            rush(providers, service, endpoints);
        }
        traces = new JaegerQuery(endpoints.query())
                .awaitTraces(
                        service,
                        found -> found.size() == 8
                                && found.stream().allMatch(trace -> trace.isWhole(1))
                                && spans(found) >= 20);
    }

    private static int spans(List<Trace> traces) {
        return traces.stream().mapToInt(trace -> trace.spans().size()).sum();
    }

    @Test
    void everyAttempt_isOneSpanOfItsRun() {
        assertEquals(20, spans(traces), this::drawn);
        for (Trace trace : traces) {
            assertEquals(RUN, trace.root().name(), this::drawn);
            assertEquals(trace.spans().size() - 1, trace.children(trace.root()).size(), this::drawn);
        }
        assertEquals(11, chats(traces), this::drawn);
    }

    private static long chats(List<Trace> traces) {
        return traces.stream()
                .flatMap(trace -> trace.spans().stream())
                .filter(span -> span.name().startsWith("chat "))
                .count();
    }

    @Test
    void knownAnswer_isADecisionAndNoCall() {
        StoredSpan run = root("agenticraft.cache_hit");
        StoredEvent hit = run.event("agenticraft.cache_hit");

        assertEquals(1L, run.attribute("agenticraft.cache_hit.count"));
        assertEquals("local", hit.attribute("agenticraft.cache.level"));
        assertEquals(MODEL, hit.attribute("agenticraft.target"));
        assertEquals(1, trace(run).spans().size(), this::drawn);
        assertEquals("gpt-4o-mini", run.attribute("gen_ai.request.model"));
        assertEquals(0L, run.attribute("gen_ai.usage.output_tokens"));
        assertNull(run.attribute(COST));
        assertEquals(SpanStatus.UNSET, run.status());
    }

    @Test
    void retry_isASecondSpanThatSaysWhy() {
        StoredSpan run = root("agenticraft.retry");
        List<StoredSpan> calls = trace(run).children(run);

        assertEquals(List.of("chat gpt-4o-mini", "chat gpt-4o-mini"), names(calls), this::drawn);
        assertEquals("server_error", calls.get(0).attribute("error.type"));
        assertEquals(SpanStatus.ERROR, calls.get(0).status());
        assertNull(calls.get(0).attribute("agenticraft.attempt.number"));
        assertAttempt(2, "retry", calls.get(1));
        StoredEvent retry = run.event("agenticraft.retry");
        assertEquals(2L, retry.attribute("agenticraft.attempt.number"));
        assertTrue(assertInstanceOf(Double.class, retry.attribute("agenticraft.delay")) < 1, this::drawn);
        assertEquals(SpanStatus.UNSET, run.status());
        assertNull(run.attribute("error.type"));
    }

    @Test
    void fallback_isASpanAtTheOtherProvider() {
        for (Trace trace : all("agenticraft.fallback", 2)) {
            List<StoredSpan> calls = trace.children(trace.root());

            assertEquals(List.of("chat gpt-4o-mini", "chat claude-haiku-4-5"), names(calls), this::drawn);
            assertEquals("insufficient_quota", calls.get(0).attribute("error.type"));
            assertAttempt(2, "fallback", calls.get(1));
            assertEquals("anthropic", calls.get(1).attribute("gen_ai.provider.name"));
            StoredEvent fallback = trace.root().event("agenticraft.fallback");
            assertEquals(MODEL, fallback.attribute("agenticraft.target.former"));
            assertEquals(SECOND, fallback.attribute("agenticraft.target"));
        }
    }

    @Test
    void hedge_isASpanAndTheOtherIsCancelled() {
        StoredSpan run = root("agenticraft.hedge");
        List<StoredSpan> calls = trace(run).children(run);

        assertEquals(List.of("chat gpt-4o-mini", "chat gpt-4o-mini"), names(calls), this::drawn);
        assertEquals("cancelled", calls.get(0).attribute("error.type"), this::drawn);
        assertNull(calls.get(0).attribute("gen_ai.usage.output_tokens"));
        assertNull(calls.get(0).attribute(COST));
        assertAttempt(2, "hedge", calls.get(1));
        assertEquals(2L, run.event("agenticraft.hedge_won").attribute("agenticraft.attempt.number"));
        assertEquals(1L, run.attribute("agenticraft.hedge.count"));
    }

    @Test
    void rateLimit_isTheRunsDelay() {
        StoredEvent delay = root("agenticraft.delay").event("agenticraft.delay");

        assertEquals("admission", delay.attribute("agenticraft.policy"));
        assertEquals(SECOND, delay.attribute("agenticraft.target"));
        assertTrue(assertInstanceOf(Double.class, delay.attribute("agenticraft.delay")) > 0, this::drawn);
    }

    @Test
    void budget_refusesBeforeAnythingIsSent() {
        StoredSpan run = root("agenticraft.refusal");

        assertEquals(1, trace(run).spans().size(), this::drawn);
        assertEquals("budgets", run.event("agenticraft.refusal").attribute("agenticraft.policy"));
        assertEquals(SpanStatus.ERROR, run.status());
        assertEquals("io.agenticraft.budget.BudgetExceededException", run.attribute("error.type"));
        assertEquals("gpt-4o-mini", run.attribute("gen_ai.request.model"));
    }

    @Test
    void everyAnswer_hasItsCostAndTheRunTheirSum() {
        int answered = 0;
        for (Trace trace : traces) {
            double sum = 0;
            for (StoredSpan call : trace.children(trace.root())) {
                boolean priced = call.name().startsWith("chat ") && call.attribute("error.type") == null;
                assertEquals(priced, call.attribute(COST) != null, this::drawn);
                sum += priced ? (Double) call.attribute(COST) : 0;
                answered += priced ? 1 : 0;
            }
            assertEquals(sum == 0 ? null : sum, trace.root().attribute(COST), this::drawn);
        }
        assertEquals(7, answered, this::drawn);
    }

    @Test
    void nothingSaid_isRecorded() {
        for (String said : List.of("Sundays", "warranty", "tent", "Estonia", "4711", "discount", "shoes", "Gladly")) {
            assertFalse(drawn().contains(said), this::drawn);
        }
    }

    @Test
    void names_areTheConventionsOrOurs() {
        Set<String> others = Set.of("error.type", "server.address", "server.port", "thread.id", "thread.name");
        for (Trace trace : traces) {
            for (StoredSpan span : trace.spans()) {
                for (String name : span.attributes().keySet()) {
                    assertTrue(
                            name.startsWith("gen_ai.")
                                    || name.startsWith("openai.")
                                    || name.startsWith("agenticraft.")
                                    || others.contains(name),
                            name);
                }
            }
        }
    }

    private static void assertAttempt(long number, String reason, StoredSpan call) {
        assertEquals(number, call.attribute("agenticraft.attempt.number"), call::toString);
        assertEquals(reason, call.attribute("agenticraft.attempt.reason"), call::toString);
        assertNull(call.attribute("error.type"), call::toString);
    }

    private static List<String> names(List<StoredSpan> spans) {
        return spans.stream().map(StoredSpan::name).toList();
    }

    private StoredSpan root(String event) {
        return all(event, 1).get(0).root();
    }

    private List<Trace> all(String event, int howMany) {
        List<Trace> found = found(trace -> trace.root().eventNames().contains(event));
        assertEquals(howMany, found.size(), this::drawn);
        return found;
    }

    private Trace trace(StoredSpan span) {
        return found(trace -> trace.id().equals(span.traceId())).get(0);
    }

    private List<Trace> found(Predicate<Trace> condition) {
        return traces.stream().filter(condition).toList();
    }

    private String drawn() {
        return traces.toString();
    }
}

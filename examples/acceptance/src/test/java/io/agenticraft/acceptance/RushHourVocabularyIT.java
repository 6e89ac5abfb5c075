package io.agenticraft.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.acceptance.host.Jars;
import io.agenticraft.acceptance.jaeger.Jaeger;
import io.agenticraft.acceptance.jaeger.RequiresJaeger;
import io.agenticraft.acceptance.trace.JaegerQuery;
import io.agenticraft.acceptance.trace.SpanStatus;
import io.agenticraft.acceptance.trace.StoredSpan;
import io.agenticraft.acceptance.trace.Trace;
import io.agenticraft.simulator.Simulator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same hour in the words that dashboards of AgentiCraft for Python know, instead of the conventions' or beside them. */
@RequiresJaeger
class RushHourVocabularyIT {

    private final String service = "rush-words-" + UUID.randomUUID();

    @Test
    void agentRun_hasItsWordsAndTheDecisions(Jaeger jaeger) throws Exception {
        for (StoredSpan run : runs(jaeger, "agent.run")) {
            assertEquals("agent.run", run.name());
            assertWords(run);
            assertTrue(run.attributes().keySet().stream().noneMatch(name -> name.startsWith("gen_ai.")), run::toString);
        }
    }

    @Test
    void both_areOnOneSpan(Jaeger jaeger) throws Exception {
        for (StoredSpan run : runs(jaeger, "genai,agent.run")) {
            assertEquals("invoke_agent rush-desk", run.name());
            assertWords(run);
            assertEquals("rush-desk", run.attribute("gen_ai.agent.name"));
        }
    }

    private List<StoredSpan> runs(Jaeger jaeger, String vocabulary) throws Exception {
        try (Simulator providers = Shop.open()) {
            Shop.observed(Jars.example("host-app"), providers, service, jaeger.endpoints())
                    .set("OTEL_INSTRUMENTATION_AGENTICRAFT_VOCABULARY", vocabulary)
                    .run(RushHourContract.LIMIT, "rush");
        }
        List<Trace> traces = new JaegerQuery(jaeger.endpoints().query())
                .awaitTraces(
                        service,
                        found -> found.stream()
                                        .mapToInt(trace -> trace.spans().size())
                                        .sum()
                                == 20);
        assertEquals(8, traces.size(), traces::toString);
        assertEquals(
                Set.of(
                        "agenticraft.cache_hit",
                        "agenticraft.retry",
                        "agenticraft.fallback",
                        "agenticraft.hedge",
                        "agenticraft.hedge_won",
                        "agenticraft.delay",
                        "agenticraft.refusal"),
                Set.copyOf(traces.stream()
                        .flatMap(trace -> trace.root().eventNames().stream())
                        .toList()));
        return traces.stream().map(Trace::root).toList();
    }

    private static void assertWords(StoredSpan run) {
        assertEquals("rush-desk", run.attribute("agent.name"));
        boolean elsewhere = run.eventNames().contains("agenticraft.fallback");
        assertEquals(elsewhere ? "anthropic" : "openai", run.attribute("provider.name"), run::toString);
        assertEquals(elsewhere ? "claude-haiku-4-5" : "gpt-4o-mini", run.attribute("model.name"), run::toString);
        boolean refused = run.status() == SpanStatus.ERROR;
        assertEquals(refused, run.attribute("error.type") != null, run::toString);
        assertEquals(refused, run.attribute("tokens.prompt") == null, run::toString);
        assertEquals(refused ? SpanStatus.ERROR : SpanStatus.OK, run.status());
    }
}

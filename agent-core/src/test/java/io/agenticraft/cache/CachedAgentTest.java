package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.AgentBuilder;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.registry.Binding;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedAgentTest {
    private static final GenerationOptions EXACT =
            GenerationOptions.builder().temperature(0).build();

    private final ScriptedProvider wire = ScriptedProvider.answering(Answers.text("one"), Answers.text("two"));
    private final ResponseCache cache = ResponseCache.builder().build();

    private AgentBuilder agent() {
        return Agent.builder()
                .name("tester")
                .model(new Binding(wire, "model-0"))
                .cache(cache);
    }

    @Test
    void secondRun_costsNothing() {
        Agent agent = agent().generation(EXACT).build();
        assertEquals(Usage.of(10, 5), agent.run("hi").usage());
        List<CallEvent> told = new ArrayList<>();
        RunResult known = agent.run("hi", RunOptions.defaults().observed(told::add));
        assertEquals("one", known.text());
        assertEquals(Usage.of(0, 0), known.usage());
        assertEquals(List.of(new CallEvent.CacheHit("fake:model-0", CallEvent.CacheLevel.LOCAL)), told);
    }

    /** The seed read the temperature of the call only, so that an agent's own was ignored. */
    @Test
    void temperature_ofTheAgentCounts() {
        Agent warm = agent().generation(
                        GenerationOptions.builder().temperature(0.9).build())
                .build();
        warm.run("hi");
        assertEquals("two", warm.run("hi").text(), "the agent's answers vary");
        assertEquals(2, cache.statistics().notStored(NotStored.SAMPLED));
    }

    @Test
    void temperature_ofTheCallWinsOverTheAgents() {
        Agent warm = agent().generation(
                        GenerationOptions.builder().temperature(0.9).build())
                .build();
        RunOptions exact = RunOptions.defaults().with(EXACT);
        warm.run("hi", exact);
        assertEquals("one", warm.run("hi", exact).text());
        assertEquals(1, cache.statistics().hits());
    }

    @Test
    void withoutATemperature_nothingIsKept() {
        Agent agent = agent().build();
        agent.run("hi");
        assertEquals("two", agent.run("hi").text());
    }

    @Test
    void tools_areCalledInEachRun_whateverTheModelSays() {
        ScriptedProvider calling = ScriptedProvider.answering(
                Answers.calls(Answers.call("1", "count", "{}")),
                Answers.text("done"),
                Answers.calls(Answers.call("1", "count", "{}")));
        AtomicInteger calls = new AtomicInteger();
        Agent agent = Agent.builder()
                .name("tester")
                .model(new Binding(calling, "model-0"))
                .generation(EXACT)
                .cache(cache)
                .tools(Tool.of("count", "counts", Schema.object(), arguments -> {
                    calls.incrementAndGet();
                    return "counted";
                }))
                .build();
        agent.run("go");
        RunResult second = agent.run("go");
        assertEquals(2, calls.get());
        assertEquals("done", second.text());
        assertEquals(3, calling.requests().size(), "the last answer was known");
    }

    @Test
    void streamedRun_isReplayed() {
        Agent agent = agent().generation(EXACT).build();
        agent.run("hi");
        List<String> deltas = new ArrayList<>();
        CompletableFuture<RunResult> run = agent.start(
                List.of(io.agenticraft.model.Message.user("hi")),
                RunOptions.defaults(),
                event -> deltas.add(event.getClass().getSimpleName()));
        assertEquals("one", run.join().text());
        assertEquals(List.of("Delta", "Delta", "Answered", "Finished"), deltas);
    }
}

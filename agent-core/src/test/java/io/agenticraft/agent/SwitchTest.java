package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.tool.Tool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchTest {
    private static final int TURNS = 4;

    /** Which bindings a run's calls went to, by the run's input. */
    private final Map<String, ConcurrentLinkedQueue<String>> callsOfRuns = new ConcurrentHashMap<>();

    private final ProviderRegistry registry = ProviderRegistry.builder()
            .factory(new FakeFactory("one", spec -> new Recording("one")))
            .factory(new FakeFactory("two", spec -> new Recording("two")))
            .factory(new FakeFactory("three", spec -> {
                throw new IllegalStateException("three does not start");
            }))
            .key("one", "sk-1")
            .key("two", "sk-2")
            .key("three", "sk-3")
            .build();

    private Agent agent(Tool... tools) {
        return Agent.builder().model("one:a").registry(registry).tools(tools).build();
    }

    @Test
    void switch_movesTheNextRun() {
        Agent agent = agent(Agents.weather());
        agent.run("first");
        agent.switchTo("two:b");
        RunResult result = agent.run("second");
        assertEquals("two", result.provider());
        assertEquals(Set.of("one:a"), Set.copyOf(callsOfRuns.get("first")));
        assertEquals(Set.of("two:b"), Set.copyOf(callsOfRuns.get("second")));
    }

    @Test
    void failedSwitch_changesNothing() {
        Agent agent = agent(Agents.weather());
        Binding before = agent.binding();
        for (String target : List.of("three:c", "nobody:x", "malformed", "two:")) {
            assertThrows(RuntimeException.class, () -> agent.switchTo(target));
            assertSame(before, agent.binding());
        }
        assertEquals("one", agent.run("still").provider());
    }

    @Test
    void runThatChangesProviderBetweenToolCalls_staysWhereItBegan() {
        List<Agent> self = new ArrayList<>();
        Tool switching = Tool.of("weather", "switches", Agents.citySchema(), arguments -> {
            self.get(0).switchTo("two:b");
            return "switched";
        });
        Agent agent = agent(switching);
        self.add(agent);
        assertEquals("one", agent.run("run").provider());
        assertEquals(Set.of("one:a"), Set.copyOf(callsOfRuns.get("run")));
        assertEquals("two:b", agent.binding().toString());
    }

    @Test
    void bindingOfTheRun_overridesAndDoesNotStay() {
        Agent agent = agent(Agents.weather());
        assertEquals(
                "two",
                agent.run("over", RunOptions.defaults().with(registry.resolve("two:x")))
                        .provider());
        assertEquals(Set.of("two:x"), Set.copyOf(callsOfRuns.get("over")));
        assertEquals("one:a", agent.binding().toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomSwitchesDuringRuns_neverSplitARun(long seed) throws Exception {
        Agent agent = agent(Agents.weather());
        AtomicBoolean stop = new AtomicBoolean();
        Thread switcher = new Thread(() -> {
            Random random = new Random(seed);
            while (!stop.get()) {
                String provider = List.of("one", "two", "three").get(random.nextInt(3));
                try {
                    agent.switchTo(provider + ":m" + random.nextInt(5));
                } catch (IllegalStateException expected) {
                    // three never starts; the agent stays where it is
                }
                Thread.onSpinWait();
            }
        });
        switcher.start();
        List<CompletableFuture<RunResult>> runs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            runs.add(agent.runAsync("run " + i));
        }
        Set<String> used = new HashSet<>();
        for (int i = 0; i < runs.size(); i++) {
            RunResult result = runs.get(i).get();
            List<String> calls = List.copyOf(callsOfRuns.get("run " + i));
            assertEquals(TURNS, calls.size());
            assertEquals(1, Set.copyOf(calls).size(), "run " + i + " used " + calls);
            assertTrue(calls.get(0).startsWith(result.provider() + ":"));
            used.add(calls.get(0));
        }
        stop.set(true);
        switcher.join();
        assertTrue(used.stream().noneMatch(name -> name.startsWith("three")), "used " + used);
    }

    /** Asks for the weather until the last turn, and notes each call under the run's input. */
    private final class Recording implements ModelProvider {
        private final String name;

        Recording(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            ConcurrentLinkedQueue<String> calls = callsOfRuns.computeIfAbsent(
                    request.messages().get(0).text(), input -> new ConcurrentLinkedQueue<>());
            calls.add(name + ":" + request.model());
            return CompletableFuture.completedFuture(
                    calls.size() < TURNS
                            ? Answers.calls(Answers.call("c" + calls.size(), "weather", "{\"city\":\"Graz\"}"))
                            : Answers.text("done"));
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            return complete(request);
        }
    }
}

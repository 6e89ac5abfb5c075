package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ToolCall;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.FakeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** One agent, many tasks that switch and run it. With {@code -Dswitch.runs=1000000} each test takes that many runs. */
class SharedAgentTest {
    private static final int THREADS = 4;
    private static final int RUNS = Integer.getInteger("switch.runs", 40_000);
    private static final List<String> TARGETS = List.of("one:a", "one:b", "one:c", "two:a", "two:b", "two:c", "two:d");

    private final LongAdder split = new LongAdder();
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(variable -> null)
            .factory(new FakeFactory("one", spec -> new Suspicious("one")))
            .factory(new FakeFactory("two", spec -> new Suspicious("two")))
            .key("one", "sk-1")
            .key("two", "sk-2")
            .build();
    private final Agent agent = Agent.builder()
            .model("one:a")
            .registry(registry)
            .tool(Agents.weather())
            .executor(Runnable::run)
            .build();

    @FunctionalInterface
    private interface Task {
        void run(Random random) throws Exception;
    }

    private static void concurrently(Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> done = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            Random random = new Random(t);
            done.add(threads.submit(() -> {
                for (int i = 0; i < RUNS / THREADS; i++) {
                    task.run(random);
                }
                return null;
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();
    }

    private static String random(Random random) {
        return TARGETS.get(random.nextInt(TARGETS.size()));
    }

    /** There are more targets than instances are kept: instances come and go under the runs. */
    @Test
    void sharedAgentSwitchedByConcurrentTasks_keepsEachRunWhereItBegan() throws Exception {
        LongAdder runs = new LongAdder();
        concurrently(random -> {
            agent.switchTo(random(random));
            RunResult result = agent.start(List.of(Message.user("hi")), RunOptions.defaults(), null)
                    .get();
            assertTrue(TARGETS.contains(result.text()), result.text());
            runs.increment();
        });
        assertEquals(RUNS, runs.sum());
        assertEquals(0, split.sum());
    }

    @Test
    void sharedAgentSwitchedByConcurrentTasks_doesNotMoveRunsWithABindingOfTheirOwn() throws Exception {
        concurrently(random -> {
            agent.switchTo(registry.resolve(random(random)));
            String mine = random(random);
            RunOptions options = RunOptions.defaults().with(registry.resolve(mine));
            assertEquals(
                    mine,
                    agent.start(List.of(Message.user("hi")), options, null)
                            .get()
                            .text());
        });
        assertEquals(0, split.sum());
    }

    @Test
    void switchToABinding_needsNoRegistry() {
        Binding own = new Binding(new Suspicious("own"), "m");
        agent.switchTo(own);
        assertEquals("own:m", agent.run("hi").text());
        assertEquals(own, agent.binding());
    }

    /** Asks for a tool, and then tells by that call's identifier whether the same provider and model asked for it. */
    private final class Suspicious implements ModelProvider {
        private final String name;

        Suspicious(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            String self = name + ":" + request.model();
            List<ToolCall> calls = request.messages().stream()
                    .flatMap(message -> message.toolCalls().stream())
                    .toList();
            if (calls.isEmpty()) {
                return CompletableFuture.completedFuture(
                        Answers.calls(Answers.call(self, "weather", "{\"city\":\"Graz\"}")));
            }
            if (!calls.get(0).id().equals(self)) {
                split.increment();
            }
            return CompletableFuture.completedFuture(Answers.text(self));
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            return complete(request);
        }
    }
}

package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolRoundTest {
    private static final Schema NO_ARGUMENTS = Schema.object();

    /** Lets the model call these tools at once, and gives what it was answered. */
    private static List<ToolResult> resultsOf(AgentBuilder builder, ScriptedProvider provider, ToolCall... calls) {
        provider.then(Answers.calls(calls)).then(Answers.text("done"));
        assertEquals("done", builder.build().run("go").text());
        Message last = provider.requests().get(1).messages().get(2);
        return last.content().stream().map(ToolResult.class::cast).toList();
    }

    private static ToolResult failureOf(Tool tool, ToolCall call) {
        ScriptedProvider provider = new ScriptedProvider("fake");
        ToolResult result =
                resultsOf(Agents.on(provider).tool(tool), provider, call).get(0);
        assertTrue(result.error());
        return result;
    }

    @Test
    void parallelCalls_runAtOnceAndAreAnsweredInTheirOrder() {
        CyclicBarrier meeting = new CyclicBarrier(3);
        CountDownLatch lastDone = new CountDownLatch(1);
        Tool tool = Tool.of("meet", "meets", Schema.object().integer("n", "number"), arguments -> {
            meeting.await(10, TimeUnit.SECONDS);
            if (arguments.integer("n") == 0) {
                assertTrue(lastDone.await(10, TimeUnit.SECONDS));
            } else {
                lastDone.countDown();
            }
            return "result " + arguments.integer("n");
        });
        ScriptedProvider provider = new ScriptedProvider("fake");
        List<ToolResult> results = resultsOf(
                Agents.on(provider).tool(tool),
                provider,
                Answers.call("a", "meet", "{\"n\":0}"),
                Answers.call("b", "meet", "{\"n\":1}"),
                Answers.call("c", "meet", "{\"n\":2}"));
        assertEquals(
                List.of(
                        new ToolResult("a", "meet", "result 0", false),
                        new ToolResult("b", "meet", "result 1", false),
                        new ToolResult("c", "meet", "result 2", false)),
                results);
    }

    @Test
    void eventsOfParallelTools_comeOneAtATime() throws Exception {
        ScriptedProvider provider = new ScriptedProvider("fake");
        List<ToolCall> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            calls.add(Answers.call("c" + i, "weather", "{\"city\":\"" + i + "\"}"));
        }
        provider.then(Answers.calls(calls.toArray(ToolCall[]::new))).then(Answers.text("done"));
        Serial sink = new Serial();
        Agents.on(provider)
                .tool(Agents.weather())
                .build()
                .start(List.of(Message.user("go")), RunOptions.defaults(), sink)
                .get(10, TimeUnit.SECONDS);
        assertFalse(sink.overlapped);
        long finished = sink.events.stream()
                .filter(RunEvent.ToolFinished.class::isInstance)
                .count();
        assertEquals(32, finished);
        assertTrue(sink.events.get(sink.events.size() - 1) instanceof RunEvent.Finished);
    }

    @Test
    void failingTool_isToldByItsMessage() {
        Tool tool = Tool.of("broken", "breaks", NO_ARGUMENTS, arguments -> {
            throw new IllegalStateException("the order 17 does not exist");
        });
        assertEquals(
                new ToolResult("c1", "broken", "Error: the order 17 does not exist", true),
                failureOf(tool, Answers.call("c1", "broken", "{}")));
    }

    @Test
    void failureWithoutAMessage_isToldByItsType() {
        Tool tool = Tool.of("broken", "breaks", NO_ARGUMENTS, arguments -> {
            throw new StackOverflowError();
        });
        assertEquals(
                "Error: StackOverflowError",
                failureOf(tool, Answers.call("c1", "broken", "{}")).content());
    }

    @Test
    void longFailure_isCut() {
        Tool tool = Tool.of("broken", "breaks", NO_ARGUMENTS, arguments -> {
            throw new IllegalStateException("x".repeat(100_000));
        });
        assertTrue(failureOf(tool, Answers.call("c1", "broken", "{}")).content().length() < 2_100);
    }

    @Test
    void unknownTool_isToldWhichThereAre() {
        assertEquals(
                "Error: There is no tool wether; there are [weather]",
                failureOf(Agents.weather(), Answers.call("c1", "wether", "{}")).content());
    }

    @Test
    void wrongArguments_areToldSoThatTheModelCanCorrectThem() {
        Check.contains(
                "city is required, but missing",
                failureOf(Agents.weather(), Answers.call("c1", "weather", "{}")).content());
    }

    @Test
    void toolThatThrowsAtOnce_isAFailureLikeOthers() {
        assertEquals(
                "Error: not even a future",
                failureOf(new Misbehaving(), Answers.call("c1", "odd", "throw")).content());
    }

    @Test
    void toolWithoutAFuture_isAFailureLikeOthers() {
        Check.contains(
                "no future",
                failureOf(new Misbehaving(), Answers.call("c1", "odd", "null")).content());
    }

    @Test
    void toolThatAnswersNull_answersNothing() {
        ScriptedProvider provider = new ScriptedProvider("fake");
        ToolResult result = resultsOf(
                        Agents.on(provider).tool(new Misbehaving()), provider, Answers.call("c1", "odd", "null answer"))
                .get(0);
        assertEquals(new ToolResult("c1", "odd", "", false), result);
    }

    @Test
    void rejectingExecutor_isToldAndTheRunGoesOn() {
        ScriptedProvider provider = new ScriptedProvider("fake");
        AgentBuilder builder = Agents.on(provider).tool(Agents.weather()).executor(task -> {
            throw new RejectedExecutionException("full");
        });
        assertEquals(
                "Error: full",
                resultsOf(builder, provider, Answers.call("c1", "weather", "{\"city\":\"Graz\"}"))
                        .get(0)
                        .content());
    }

    @Test
    void decorator_seesKnownAndUnknownTools() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        ScriptedProvider provider = ScriptedProvider.answering(
                Answers.calls(Answers.call("a", "weather", "{\"city\":\"Graz\"}"), Answers.call("b", "nothing", "{}")),
                Answers.text("done"));
        RunOptions options = RunOptions.defaults().decorated((model, scope) -> model, tool -> {
            seen.add(tool.spec().name());
            return tool;
        });
        Agents.on(provider).tool(Agents.weather()).build().run("go", options);
        assertEquals(List.of("weather", "nothing"), seen);
    }

    /** Remembers the events and whether two came at once. */
    private static final class Serial implements RunSink {
        private final List<RunEvent> events = new ArrayList<>();
        private volatile @Nullable Thread inside;
        private volatile boolean overlapped;

        @Override
        public void onEvent(RunEvent event) {
            overlapped |= inside != null;
            inside = Thread.currentThread();
            events.add(event);
            Thread.onSpinWait();
            inside = null;
        }
    }

    /** Breaks the contract of tools in several ways. */
    private static final class Misbehaving implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec("odd", "breaks its contract", NO_ARGUMENTS.toJson());
        }

        @Override
        @SuppressWarnings("NullAway")
        public CompletableFuture<String> execute(ToolCall call, Executor executor) {
            return switch (call.arguments()) {
                case "throw" -> throw new IllegalStateException("not even a future");
                case "null" -> null;
                default -> CompletableFuture.completedFuture(null);
            };
        }
    }
}

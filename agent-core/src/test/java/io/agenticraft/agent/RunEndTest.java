package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunEndTest {
    private final ManualTimer timer = new ManualTimer();
    private final Conversation memory = Conversation.inMemory();

    private AgentBuilder agent(ScriptedProvider provider) {
        return Agents.on(provider).scheduler(timer).memory(memory);
    }

    private static CompletableFuture<RunResult> start(Agent agent) {
        return agent.start(List.of(Message.user("hi")), RunOptions.defaults(), null);
    }

    @Test
    void deadline_endsTheRunAndTheCallInFlight() {
        ScriptedProvider provider = new ScriptedProvider("fake")
                .then(Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")))
                .thenHang();
        Agent agent = agent(provider)
                .tool(Agents.weather())
                .timeout(Duration.ofSeconds(3))
                .executor(Runnable::run)
                .build();
        CompletableFuture<RunResult> run = start(agent);
        assertFalse(run.isDone());

        timer.fire();

        CompletionException failure = assertThrows(CompletionException.class, run::join);
        RunTimeoutException timeout = (RunTimeoutException) Check.cause(failure);
        assertEquals(3, timeout.messages().size());
        Check.contains("3000 ms", timeout.getMessage());
        assertTrue(provider.calls().get(1).isCancelled());
        assertEquals(List.of(Duration.ofSeconds(3)), timer.delays());
        assertEquals(List.of(), memory.messages());
    }

    @Test
    void deadlineOfTheRun_goesBeforeTheAgents() {
        Agent agent = agent(new ScriptedProvider("fake").thenHang()).build();
        CompletableFuture<RunResult> run =
                agent.runAsync("hi", RunOptions.defaults().withTimeout(Duration.ofMillis(5)));
        assertFalse(run.isDone());
        assertEquals(List.of(Duration.ofMillis(5)), timer.delays());
    }

    @Test
    void deadline_isCalledOffHoweverTheRunEnds() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"))
                .thenFail(Answers.rateLimited())
                .thenHang();
        Agent agent = agent(provider).build();
        start(agent).join();
        assertEquals(0, timer.pending());
        start(agent).exceptionally(failure -> null).join();
        assertEquals(0, timer.pending());
        start(agent).cancel(true);
        assertEquals(0, timer.pending());
    }

    @Test
    void deadlineOnTheRealTimer_fires() {
        Agent agent = Agents.on(new ScriptedProvider("fake").thenHang())
                .timeout(Duration.ofMillis(20))
                .build();
        assertThrows(RunTimeoutException.class, () -> agent.run("hi"));
    }

    @Test
    void cancelledRun_cancelsTheModelCallAndKeepsNothing() {
        ScriptedProvider provider = new ScriptedProvider("fake").thenHang();
        CompletableFuture<RunResult> run = start(agent(provider).build());
        assertTrue(run.cancel(true));
        assertTrue(run.isCancelled());
        assertTrue(provider.calls().get(0).isCancelled());
        assertThrows(CancellationException.class, run::join);
        assertEquals(List.of(), memory.messages());
        assertTrue(run.cancel(true), "cancelling again is as good");
    }

    @Test
    void cancelledAsyncRun_cancelsTheModelCall() {
        ScriptedProvider provider = new ScriptedProvider("fake").thenHang();
        CompletableFuture<RunResult> run = agent(provider).build().runAsync("hi");
        run.cancel(true);
        assertTrue(provider.calls().get(0).isCancelled());
    }

    @Test
    void asyncRunWithALimitOfTheCallers_isAbortedByIt() {
        ScriptedProvider provider = new ScriptedProvider("fake").thenHang();
        CompletableFuture<RunResult> run =
                agent(provider).build().runAsync("hi").orTimeout(5, TimeUnit.MILLISECONDS);
        ExecutionException failure = assertThrows(ExecutionException.class, () -> run.get(10, TimeUnit.SECONDS));
        assertEquals(TimeoutException.class, Check.cause(failure).getClass());
        Check.eventually("the call is cancelled", () -> provider.calls().get(0).isCancelled());
    }

    @Test
    void cancelledRun_cancelsAllToolsInFlight() {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        Tool slow = Tool.async("slow", "never ends", Schema.object(), (arguments, executor) -> {
            CompletableFuture<String> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
        });
        ScriptedProvider provider = ScriptedProvider.answering(
                Answers.calls(Answers.call("a", "slow", "{}"), Answers.call("b", "slow", "{}")));
        List<RunEvent> events = new ArrayList<>();
        CompletableFuture<RunResult> run = agent(provider)
                .tool(slow)
                .build()
                .start(List.of(Message.user("hi")), RunOptions.defaults(), events::add);
        run.cancel(true);
        assertEquals(2, answers.size());
        assertTrue(answers.stream().allMatch(CompletableFuture::isCancelled));
        assertTrue(events.stream().noneMatch(RunEvent.ToolFinished.class::isInstance), "the run had ended before");
        assertEquals(1, provider.requests().size());
    }

    @Test
    void cancellationByTheSink_startsNoTool() {
        List<CompletableFuture<RunResult>> run = new ArrayList<>();
        List<String> started = new ArrayList<>();
        Tool tool = Tool.async("ender", "ends the run", Schema.object(), (arguments, executor) -> {
            started.add("tool");
            return new CompletableFuture<>();
        });
        CompletableFuture<ModelResponse> answer = new CompletableFuture<>();
        ScriptedProvider provider = new ScriptedProvider("fake").then(request -> answer);
        run.add(agent(provider).tool(tool).build().start(List.of(Message.user("hi")), RunOptions.defaults(), event -> {
            if (event instanceof RunEvent.ToolStarted) {
                run.get(0).cancel(true);
            }
        }));
        answer.complete(Answers.calls(Answers.call("a", "ender", "{}"), Answers.call("b", "ender", "{}")));
        assertTrue(run.get(0).isCancelled());
        assertEquals(List.of(), started);
    }

    @Test
    void interruptedWaiter_cancelsTheRunAndStaysInterrupted() throws Exception {
        ScriptedProvider provider = new ScriptedProvider("fake").thenHang();
        Agent agent = agent(provider).build();
        CountDownLatch ended = new CountDownLatch(1);
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread waiter = new Thread(() -> {
            try {
                agent.run("hi");
            } catch (RuntimeException e) {
                thrown.add(e);
            }
            flag.set(Thread.currentThread().isInterrupted());
            ended.countDown();
        });
        waiter.start();
        Check.eventually("the model is asked", () -> !provider.calls().isEmpty());
        waiter.interrupt();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        assertEquals(RunInterruptedException.class, thrown.get(0).getClass());
        assertEquals(true, flag.get());
        assertTrue(provider.calls().get(0).isCancelled());
        assertEquals(List.of(), memory.messages());
    }

    @Test
    void resultSetFromOutside_givesTheRunUp() {
        ScriptedProvider provider = new ScriptedProvider("fake").thenHang();
        CompletableFuture<RunResult> run = start(agent(provider).build());
        assertTrue(run.complete(null));
        assertTrue(run.isCancelled());
        assertTrue(provider.calls().get(0).isCancelled());
    }

    @Test
    void dependents_areOrdinaryFutures() {
        Agent agent = agent(ScriptedProvider.answering(Answers.text("a"))).build();
        CompletableFuture<String> text = start(agent).thenApply(RunResult::text);
        assertEquals("a", text.join());
        assertSame(CompletableFuture.class, text.getClass());
    }

    @Test
    void asyncRun_completesOnTheExecutor() throws Exception {
        AtomicReference<Thread> worker = new AtomicReference<>();
        Agent agent = agent(ScriptedProvider.answering(Answers.text("a")))
                .executor(task -> {
                    Thread thread = new Thread(task);
                    worker.set(thread);
                    thread.start();
                })
                .build();
        CompletableFuture<RunResult> run = agent.runAsync("hi");
        assertEquals("a", run.get(10, TimeUnit.SECONDS).text());
        assertTrue(worker.get() != null);
    }

    @Test
    void asyncRun_failsWithTheRawException() {
        RuntimeException failure = Answers.rateLimited();
        CompletableFuture<RunResult> run =
                agent(new ScriptedProvider("fake").thenFail(failure)).build().runAsync("hi");
        assertSame(failure, Check.cause(assertThrows(ExecutionException.class, () -> run.get(10, TimeUnit.SECONDS))));
    }

    @Test
    void failingSink_abortsTheRun() {
        ScriptedProvider provider = new ScriptedProvider("fake").then(Answers.text("a b c"));
        IllegalStateException broken = new IllegalStateException("sink");
        CompletableFuture<RunResult> run = agent(provider)
                .build()
                .start(List.of(Message.user("hi")), RunOptions.defaults(), event -> {
                    throw broken;
                });
        assertSame(broken, Check.cause(assertThrows(CompletionException.class, run::join)));
        assertEquals(List.of(), memory.messages());
    }

    @Test
    void sinkThatFailsOnTheLastEvent_doesNotUndoTheRun() {
        ScriptedProvider provider = new ScriptedProvider("fake").then(Answers.text("a"));
        CompletableFuture<RunResult> run = agent(provider)
                .build()
                .start(List.of(Message.user("hi")), RunOptions.defaults(), event -> {
                    if (event instanceof RunEvent.Finished) {
                        throw new IllegalStateException("sink");
                    }
                });
        assertEquals("a", run.join().text());
        assertEquals(2, memory.messages().size());
    }

    @Test
    void providerThatAnswersNull_failsTheRun() {
        ScriptedProvider provider =
                new ScriptedProvider("fake").then(request -> CompletableFuture.completedFuture(null));
        Check.contains(
                "null",
                assertThrows(
                                NullPointerException.class,
                                () -> agent(provider).build().run("hi"))
                        .getMessage());
        assertNull(provider.requests().get(0).options().maxTokens());
    }
}

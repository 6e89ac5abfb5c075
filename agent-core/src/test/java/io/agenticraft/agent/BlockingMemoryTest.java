package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Message;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A conversation may block as it is appended to; no provider's thread waits for it. */
class BlockingMemoryTest {
    private final ArrayDeque<Runnable> handedOver = new ArrayDeque<>();
    private final Conversation memory = Conversation.inMemory();

    private AgentBuilder agent() {
        return Agents.on(ScriptedProvider.answering(Answers.text("b")))
                .memory(memory)
                .executor(handedOver::add);
    }

    private static CompletableFuture<RunResult> start(AgentBuilder agent) {
        return agent.build().start(List.of(Message.user("a")), RunOptions.defaults(), null);
    }

    @Test
    void append_isTheExecutorsWork() throws Exception {
        CompletableFuture<RunResult> run = start(agent());

        assertEquals(List.of(), memory.messages());
        assertEquals(1, handedOver.size());
        handedOver.remove().run();

        assertEquals("b", run.get().text());
        assertEquals(2, memory.messages().size());
    }

    @Test
    void runCancelledBeforeTheAppend_leavesNoTrace() {
        CompletableFuture<RunResult> run = start(agent());

        assertTrue(run.cancel(true));
        handedOver.remove().run();

        assertEquals(List.of(), memory.messages());
    }

    @Test
    void deadline_doesNotWaitForTheExecutor() {
        ManualTimer timer = new ManualTimer();
        CompletableFuture<RunResult> run = start(agent().scheduler(timer).timeout(Duration.ofSeconds(1)));

        timer.fire();

        assertInstanceOf(
                RunTimeoutException.class,
                assertThrows(ExecutionException.class, run::get).getCause());
        handedOver.remove().run();
        assertEquals(List.of(), memory.messages());
    }

    @Test
    void executorThatTakesNoMore_losesNothing() throws Exception {
        CompletableFuture<RunResult> run = start(agent().executor(task -> {
            throw new RejectedExecutionException("shut down");
        }));

        assertEquals("b", run.get().text());
        assertEquals(2, memory.messages().size());
    }
}

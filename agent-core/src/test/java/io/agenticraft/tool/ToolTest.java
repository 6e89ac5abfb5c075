package io.agenticraft.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ToolCall;
import io.agenticraft.testing.Check;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToolTest {
    private static final Schema CITY =
            Schema.object().string("city", "the city").required();

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static ToolCall call(String arguments) {
        return new ToolCall("c1", "weather", arguments);
    }

    @Test
    void blockingTool_runsOnTheExecutor() throws Exception {
        Thread worker = executor.submit(Thread::currentThread).get();
        AtomicReference<Thread> ranOn = new AtomicReference<>();
        Tool tool = Tool.of("weather", "tells it", CITY, arguments -> {
            ranOn.set(Thread.currentThread());
            return "sunny in " + arguments.string("city");
        });
        assertEquals(
                "sunny in Graz",
                tool.execute(call("{\"city\":\"Graz\"}"), executor).join());
        assertSame(worker, ranOn.get());
        assertEquals("tells it", tool.spec().description());
        assertEquals(CITY.toJson(), tool.spec().inputSchema());
    }

    @Test
    void failureOfTheFunction_isTheFutures() {
        Tool tool = Tool.of("weather", "tells it", CITY, arguments -> {
            throw new IOException("no network");
        });
        CompletionException failure = assertThrows(
                CompletionException.class,
                () -> tool.execute(call("{\"city\":\"Graz\"}"), executor).join());
        assertEquals(IOException.class, Check.cause(failure).getClass());
    }

    @Test
    void wrongArguments_neverReachTheFunction() {
        AtomicBoolean reached = new AtomicBoolean();
        ToolFunction function = arguments -> {
            reached.set(true);
            return "";
        };
        AsyncToolFunction asynchronous =
                (arguments, where) -> CompletableFuture.completedFuture(function.call(arguments));
        for (Tool tool : new Tool[] {
            Tool.of("weather", "tells it", CITY, function), Tool.async("weather", "tells it", CITY, asynchronous)
        }) {
            CompletionException failure = assertThrows(
                    CompletionException.class,
                    () -> tool.execute(call("{}"), executor).join());
            assertEquals(
                    "The arguments of weather are not valid: city is required, but missing."
                            + " Correct them and call the tool again.",
                    Check.cause(failure).getMessage());
        }
        assertFalse(reached.get());
    }

    @Test
    void cancelledTool_isInterruptedAndTheNextIsNot() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Tool tool = Tool.of("weather", "tells it", CITY, arguments -> {
            inside.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                Thread.currentThread().interrupt();
            }
            return "late";
        });
        CompletableFuture<String> answer = tool.execute(call("{\"city\":\"Graz\"}"), executor);
        inside.await();
        assertTrue(answer.cancel(true));
        assertFalse(executor.submit(Thread::interrupted).get());
        assertTrue(interrupted.get());
        assertTrue(answer.isCancelled());
    }

    @Test
    void toolCancelledBeforeItRuns_neverRuns() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        executor.execute(() -> await(busy));
        AtomicBoolean ran = new AtomicBoolean();
        Tool tool = Tool.of("weather", "tells it", CITY, arguments -> {
            ran.set(true);
            return "";
        });
        tool.execute(call("{\"city\":\"Graz\"}"), executor).cancel(true);
        busy.countDown();
        executor.submit(() -> {}).get();
        assertFalse(ran.get());
    }

    @Test
    void asyncTool_answersLaterAndFailsAtOnce() {
        CompletableFuture<String> later = new CompletableFuture<>();
        Tool tool = Tool.async("weather", "tells it", CITY, (arguments, where) -> later);
        assertSame(later, tool.execute(call("{\"city\":\"Graz\"}"), executor));
        Tool broken = Tool.async("weather", "tells it", CITY, (arguments, where) -> {
            throw new IOException("no network");
        });
        assertTrue(broken.execute(call("{\"city\":\"Graz\"}"), executor).isCompletedExceptionally());
    }

    @Test
    void nameThatAProviderWouldRefuse_isRefused() {
        for (String name : new String[] {"", "two words", "ümlaut", "x".repeat(65)}) {
            Check.contains(
                    "1 to 64 letters",
                    assertThrows(IllegalArgumentException.class, () -> Tool.of(name, "d", CITY, arguments -> ""))
                            .getMessage());
        }
    }

    @Test
    void argumentsThatAreNoObject_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Tool.of("t", "d", Schema.string(), arguments -> ""));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

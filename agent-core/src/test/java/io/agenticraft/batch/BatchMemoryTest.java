package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchMemoryTest {
    private static final int PROMPTS = 100_000;
    private static final int CONCURRENCY = 64;
    private static final int WINDOW = 256;
    /** All prompts together would take 150 MB, and as much again in the answers. */
    private static final String PADDING = "x".repeat(1_500);

    private static final long MAX_GROWTH_BYTES = 40L << 20;

    private final AtomicLong read = new AtomicLong();
    private long handedOver;
    private long farthest;
    private long mostHeap;

    @Test
    void hundredThousandLazyPrompts_areNeverReadAheadOfTheWindow_andTakeBoundedMemory() throws Exception {
        long before = usedHeap();
        BatchProgress end = Batch.of(Desk.on(FunctionProvider.of(request ->
                                CompletableFuture.supplyAsync(() -> Answers.text(PADDING + request.model()))))
                        .build())
                .concurrency(CONCURRENCY)
                .prompts(prompts())
                .run(result -> {
                    assertEquals(handedOver, result.index());
                    farthest = Math.max(farthest, read.get() - handedOver);
                    handedOver++;
                    if (handedOver % (PROMPTS / 4) == 0) {
                        mostHeap = Math.max(mostHeap, usedHeap());
                    }
                });
        assertEquals(PROMPTS, end.done());
        assertEquals(PROMPTS, handedOver);
        assertEquals(0, end.failed());
        // The window, and the result that is in the consumer's hands
        assertTrue(farthest <= WINDOW + 1, () -> "Read ahead: " + farthest);
        assertTrue(mostHeap - before < MAX_GROWTH_BYTES, () -> "Heap grew by " + (mostHeap - before) + " bytes");
    }

    @Test
    void oneSlowItem_holdsTheOthersAtTheWindow() {
        CompletableFuture<ModelResponse> slow = new CompletableFuture<>();
        AtomicLong answered = new AtomicLong();
        FunctionProvider provider = FunctionProvider.of(
                request -> FunctionProvider.lastText(request).startsWith("0 ")
                        ? slow
                        : FunctionProvider.echo().complete(request).thenApply(answer -> {
                            answered.incrementAndGet();
                            return answer;
                        }));
        CompletableFuture<BatchProgress> run = Batch.of(Desk.on(provider).build())
                .concurrency(CONCURRENCY)
                .window(100)
                .prompts(prompts().limit(1_000))
                .start(result -> handedOver++);
        Check.eventually("the window is full", () -> read.get() == 100);
        Check.eventually("all but the slow one are answered", () -> answered.get() == 99);
        assertEquals(100, read.get());
        slow.complete(Answers.text("at last"));
        assertEquals(1_000, run.join().done());
        assertEquals(1_000, handedOver);
    }

    @Test
    void consumerThatBlocks_holdsTheReading() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<BatchProgress> run = Batch.of(
                        Desk.on(FunctionProvider.echo()).build())
                .concurrency(2)
                .window(10)
                .prompts(prompts().limit(1_000))
                .start(result -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        Check.eventually("the window is full", () -> read.get() == 11);
        assertEquals(11, read.get(), "The one that the consumer has, and the window");
        go.countDown();
        assertEquals(1_000, run.join().done());
    }

    @Test
    void synchronousAnswers_doNotGrowTheStack() {
        BatchProgress end = Batch.of(
                        Desk.on(FunctionProvider.echo()).executor(Runnable::run).build())
                .concurrency(CONCURRENCY)
                .prompts(prompts().limit(20_000))
                .start(result -> handedOver++)
                .join();
        assertEquals(20_000, end.done());
        assertEquals(20_000, handedOver);
    }

    private Stream<String> prompts() {
        return IntStream.range(0, PROMPTS).mapToObj(i -> {
            read.incrementAndGet();
            return i + " " + PADDING;
        });
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

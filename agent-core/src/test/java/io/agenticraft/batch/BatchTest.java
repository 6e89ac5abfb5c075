package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final Desk desk = new Desk();

    @Test
    void answers_comeInTheOrderOfThePrompts_whicheverEndsFirst() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        FunctionProvider shuffling = FunctionProvider.of(request -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            Executor later = CompletableFuture.delayedExecutor(
                    ThreadLocalRandom.current().nextInt(2_000), TimeUnit.MICROSECONDS);
            return CompletableFuture.supplyAsync(
                    () -> {
                        open.decrementAndGet();
                        return Answers.text(FunctionProvider.lastText(request));
                    },
                    later);
        });
        List<String> prompts =
                IntStream.range(0, 2_000).mapToObj(Integer::toString).toList();
        BatchProgress end = Batch.of(Desk.on(shuffling).build())
                .concurrency(64)
                .prompts(prompts)
                .run(result -> texts.add(Texts.of(result)));
        assertEquals(prompts, texts);
        assertEquals(2_000, end.done());
        assertEquals(0, end.failed());
        assertEquals(0, end.inFlight());
        assertTrue(most.get() <= 64 && most.get() > 16, () -> "At once: " + most);
    }

    @Test
    void concurrency_isFiveByDefault_andASlotIsFilledAtOnce() {
        CompletableFuture<BatchProgress> batch =
                start(Batch.of(desk.agent().build()), "a", "b", "c", "d", "e", "f", "g");
        desk.awaitSent(5);
        desk.answer("c");
        desk.awaitSent(6);
        assertEquals(List.of("a", "b", "c", "d", "e", "f"), sorted(desk.sent()));
        batch.cancel(true);
    }

    @Test
    void failure_isOneItems() {
        IllegalStateException broken = new IllegalStateException("broken");
        CompletableFuture<BatchProgress> batch = start(Batch.of(desk.agent().build()), "a", "b", "c");
        desk.awaitSent(3);
        desk.call("b").completeExceptionally(broken);
        desk.answer("a");
        desk.answer("c");
        BatchProgress end = batch.join();
        assertEquals(List.of("re: a", broken.toString(), "re: c"), texts);
        assertEquals(3, end.done());
        assertEquals(1, end.failed());
    }

    @Test
    void result_saysWhichItemItIs() {
        List<BatchResult> results = new ArrayList<>();
        IllegalStateException broken = new IllegalStateException("broken");
        FunctionProvider provider = FunctionProvider.of(
                request -> FunctionProvider.lastText(request).equals("bad")
                        ? CompletableFuture.failedFuture(broken)
                        : FunctionProvider.echo().complete(request));
        Batch.of(Desk.on(provider).build())
                .requests(Stream.of(
                        BatchRequest.of("first", "good"), BatchRequest.of("second", "bad"), BatchRequest.of("third")))
                .start(results::add)
                .join();
        assertEquals("first", results.get(0).id());
        assertEquals(0, results.get(0).index());
        assertTrue(results.get(0).succeeded());
        assertNull(results.get(0).failure());
        assertEquals(new BatchResult(1, "second", null, broken, 1), results.get(1));
        assertNull(results.get(2).id());
    }

    @Test
    void options_areTheItemsElseTheBatchs() {
        List<Integer> maxTokens = Collections.synchronizedList(new ArrayList<>());
        FunctionProvider provider = FunctionProvider.of(request -> {
            maxTokens.add(request.options().maxTokens());
            return FunctionProvider.echo().complete(request);
        });
        Batch.of(Desk.on(provider).build())
                .concurrency(1)
                .options(maxTokens(10))
                .requests(List.of(BatchRequest.of("a"), BatchRequest.of("b").with(maxTokens(20))))
                .start(result -> {})
                .join();
        assertEquals(List.of(10, 20), maxTokens);
    }

    private static RunOptions maxTokens(int value) {
        return RunOptions.defaults()
                .with(GenerationOptions.builder().maxTokens(value).build());
    }

    @Test
    void nothing_endsAtOnce() throws Exception {
        BatchProgress end = Batch.of(desk.agent().build()).prompts(List.of()).run(result -> texts.add("none"));
        assertEquals(0, end.done());
        assertEquals(List.of(), texts);
    }

    @Test
    void agentThatCannotStart_failsTheItem() {
        Agent broken = Desk.on(FunctionProvider.of(request -> {
                    throw new IllegalStateException("no start");
                }))
                .build();
        start(Batch.of(broken), "a", "b").join();
        assertEquals(2, texts.size());
        Check.contains("no start", texts.get(0));
    }

    @Test
    void mistakes_areToldBeforeAnythingIsSent() {
        Batch batch = Batch.of(desk.agent().build());
        assertThrows(IllegalArgumentException.class, () -> batch.concurrency(0));
        assertThrows(IllegalArgumentException.class, () -> batch.window(0));
        assertThrows(IllegalArgumentException.class, () -> batch.retries(-1));
        RunOptions shared = RunOptions.defaults().with(Conversation.inMemory());
        Check.contains(
                "share no conversation",
                assertThrows(IllegalArgumentException.class, () -> batch.options(shared))
                        .getMessage());
        Check.contains(
                "needs prompts",
                assertThrows(IllegalStateException.class, () -> batch.start(result -> {}))
                        .getMessage());
    }

    @Test
    void iterator_isReadByOneBatchOnly() {
        Batch batch = Batch.of(Desk.on(FunctionProvider.echo()).build())
                .prompts(List.of("a").iterator());
        batch.start(result -> texts.add(Texts.of(result))).join();
        Check.contains(
                "another batch",
                assertThrows(IllegalStateException.class, () -> batch.start(result -> {}))
                        .getMessage());
        assertEquals(List.of("a"), texts);
    }

    @Test
    void iterable_isReadByEachBatch() {
        Batch batch = Batch.of(Desk.on(FunctionProvider.echo()).build()).prompts(List.of("a"));
        batch.start(result -> texts.add(Texts.of(result))).join();
        batch.start(result -> texts.add(Texts.of(result))).join();
        assertEquals(List.of("a", "a"), texts);
    }

    private CompletableFuture<BatchProgress> start(Batch batch, String... prompts) {
        return batch.prompts(List.of(prompts)).start(result -> texts.add(Texts.of(result)));
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }
}

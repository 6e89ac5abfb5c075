package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.admission.Admission;
import io.agenticraft.admission.Limits;
import io.agenticraft.agent.Agent;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchRateLimitTest {
    private static final Duration ASKED = Duration.ofSeconds(2);

    private final VirtualTime time = new VirtualTime();
    private final Desk desk = new Desk();
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final List<BatchProgress> told = Collections.synchronizedList(new ArrayList<>());
    private final Batch batch = Batch.of(desk.agent().build()).time(time, time).onProgress(told::add);

    @Test
    void one429_doesNotLoseTheBatch_norEvenItsItem() {
        CompletableFuture<BatchProgress> run = start("a", "b");
        desk.awaitSent(2);
        desk.limit("a");
        desk.answer("b");
        Check.eventually("a waits", () -> time.pending() == 1);
        time.advance(ASKED);
        desk.awaitSent(3);
        desk.answer("a");
        BatchProgress end = run.join();
        assertEquals(List.of("re: a", "re: b"), texts);
        assertEquals(0, end.failed());
        assertEquals(1, end.retried());
    }

    @Test
    void retryAfter_holdsAllSends() {
        CompletableFuture<BatchProgress> run = start("a", "b", "c", "d", "e", "f", "g");
        desk.awaitSent(5);
        desk.limit("a");
        Check.eventually("a waits", () -> time.pending() == 1);
        desk.answer("b");
        desk.answer("c");
        desk.answer("d");
        time.advance(ASKED.minusNanos(1));
        assertEquals(5, desk.sent().size(), "Slots are free, but the provider asked to wait");
        time.advance(Duration.ofNanos(1));
        desk.awaitSent(6);
        assertEquals("a", desk.sent().get(5), "The eldest goes first: the others' results wait for it");
        run.cancel(true);
    }

    @Test
    void limit_halvesTheConcurrency_onceForAllThatWereSentTogether() {
        CompletableFuture<BatchProgress> run = Batch.of(desk.agent().build())
                .time(time, time)
                .concurrency(8)
                .prompts(IntStream.range(0, 20).mapToObj(i -> "p" + i))
                .start(result -> {});
        desk.awaitSent(8);
        for (String prompt : desk.sent()) {
            desk.limit(prompt);
        }
        Check.eventually("all wait", () -> time.pending() == 8);
        time.advance(ASKED);
        desk.awaitSent(12);
        time.advance(Duration.ofSeconds(1));
        assertEquals(12, desk.sent().size(), "4 at once after 8");
        run.cancel(true);
    }

    @Test
    void overload_withoutAWordOfHowLong_isTriedAgainWithGrowingDelays() {
        CompletableFuture<BatchProgress> run = start("a");
        List<Duration> delays = new ArrayList<>();
        for (int attempt = 1; attempt <= 3; attempt++) {
            desk.awaitSent(attempt);
            desk.call("a").completeExceptionally(new OverloadedException(details(null), null));
            Check.eventually("a waits", () -> time.pending() == 1);
            Duration delay = Objects.requireNonNull(time.next());
            delays.add(delay);
            time.advance(delay);
        }
        desk.awaitSent(4);
        desk.answer("a");
        assertEquals(3, run.join().retried());
        for (int i = 0; i < delays.size(); i++) {
            long most = 500L << i;
            long delay = delays.get(i).toMillis();
            assertTrue(delay >= most / 2 && delay <= most, () -> "Delays: " + delays);
        }
    }

    @Test
    void limitThatPersists_failsItsItemOnly() {
        RateLimitException limit = Answers.rateLimited();
        FunctionProvider provider = FunctionProvider.of(
                request -> FunctionProvider.lastText(request).equals("a")
                        ? CompletableFuture.failedFuture(limit)
                        : FunctionProvider.echo().complete(request));
        List<BatchResult> results = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<BatchProgress> run = Batch.of(Desk.on(provider).build())
                .time(time, time)
                .retries(2)
                .prompts(List.of("a", "b"))
                .start(results::add);
        Check.eventually("the batch ends", () -> {
            time.advance(ASKED);
            return run.isDone();
        });
        assertEquals(new BatchResult(0, null, null, limit, 3), results.get(0));
        assertEquals("b", Texts.of(results.get(1)));
    }

    @Test
    void waitBeyondThePatience_failsTheItem() {
        CompletableFuture<BatchProgress> run = Batch.of(desk.agent().build())
                .time(time, time)
                .prompts(List.of("a"))
                .start(result -> texts.add(Texts.of(result)));
        desk.awaitSent(1);
        RateLimitException daily = new RateLimitException(details(Duration.ofHours(6)), null);
        desk.call("a").completeExceptionally(daily);
        assertEquals(1, run.join().failed());
        assertEquals(List.of(daily.toString()), texts);
    }

    @Test
    void itemWhoseToolWasCalled_isNotRunAgain() {
        AtomicInteger orders = new AtomicInteger();
        RateLimitException limit = Answers.rateLimited();
        AtomicInteger turn = new AtomicInteger();
        FunctionProvider provider = FunctionProvider.of(request -> turn.getAndIncrement() == 0
                ? CompletableFuture.completedFuture(Answers.calls(Answers.call("c1", "order", "{}")))
                : CompletableFuture.failedFuture(limit));
        Agent agent = Desk.on(provider)
                .tool(Tool.of("order", "orders", Schema.object(), arguments -> "no " + orders.incrementAndGet()))
                .build();
        List<BatchResult> results = Collections.synchronizedList(new ArrayList<>());
        Batch.of(agent)
                .time(time, time)
                .prompts(List.of("a"))
                .start(results::add)
                .join();
        assertEquals(1, orders.get());
        assertSame(limit, results.get(0).failure());
    }

    @Test
    void itemThatAdmissionHasNoPlaceFor_waitsInTheBatch() {
        Admission admission = Admission.builder()
                .time(time, time)
                .limit("fake", Limits.requestsPerMinute(2))
                .maxWaiting(1)
                .build();
        CompletableFuture<BatchProgress> run = Batch.of(
                        Desk.on(FunctionProvider.echo()).admission(admission).build())
                .time(time, time)
                .retries(50)
                .prompts(IntStream.range(0, 20).mapToObj(i -> "p" + i))
                .start(result -> texts.add(Texts.of(result)));
        Check.eventually("the batch ends", () -> {
            time.advance(Duration.ofSeconds(61));
            return run.isDone();
        });
        assertEquals(IntStream.range(0, 20).mapToObj(i -> "p" + i).toList(), texts);
        assertEquals(0, run.join().failed());
    }

    @Test
    void cancel_callsOffWhatWaits() {
        CompletableFuture<BatchProgress> run = start("a");
        desk.awaitSent(1);
        desk.limit("a");
        Check.eventually("a waits", () -> time.pending() == 1);
        run.cancel(true);
        assertEquals(0, time.pending());
    }

    private CompletableFuture<BatchProgress> start(String... prompts) {
        return batch.prompts(List.of(prompts)).start(result -> texts.add(Texts.of(result)));
    }

    private static ErrorDetails details(@Nullable Duration retryAfter) {
        return new ErrorDetails("fake", "busy", 529, null, null, null, retryAfter, true, null);
    }
}

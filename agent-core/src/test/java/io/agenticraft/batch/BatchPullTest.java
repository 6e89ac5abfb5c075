package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Results that are asked for: by an iterator, and by a subscriber. */
class BatchPullTest {
    private final Desk desk = new Desk();
    private final AtomicInteger read = new AtomicInteger();
    private final Batch echoing = Batch.of(Desk.on(FunctionProvider.echo()).build());

    @Test
    void iterator_waitsForEachResult() {
        try (BatchResults results = echoing.prompts(prompts(500)).results()) {
            for (int i = 0; i < 500; i++) {
                assertTrue(results.hasNext());
                assertEquals("p" + i, Texts.of(results.next()));
            }
            assertFalse(results.hasNext());
            assertThrows(NoSuchElementException.class, results::next);
            assertEquals(500, results.progress().done());
        }
    }

    @Test
    void iteratorThatNobodyPulls_holdsTheBatch() {
        try (BatchResults results =
                echoing.concurrency(2).window(8).prompts(prompts(500)).results()) {
            Check.eventually("what may wait does", () -> read.get() == BatchResults.AHEAD + 8);
            results.next();
            Check.eventually("one more is read", () -> read.get() == BatchResults.AHEAD + 9);
        }
    }

    @Test
    void iteratorClosedEarly_cancelsTheBatch() {
        BatchResults results =
                Batch.of(desk.agent().build()).prompts(prompts(500)).results();
        desk.awaitSent(5);
        results.close();
        assertTrue(desk.call("p0").isCancelled());
        assertThrows(CancellationException.class, results::hasNext);
    }

    @Test
    void iterator_throwsWhatTheSourceThrew_afterTheResultsBefore() {
        IllegalStateException torn = new IllegalStateException("torn");
        Stream<String> source = Stream.of("a", "b").map(prompt -> {
            if (prompt.equals("b")) {
                throw torn;
            }
            return prompt;
        });
        try (BatchResults results = echoing.prompts(source).results()) {
            assertEquals("a", Texts.of(results.next()));
            assertSame(torn, assertThrows(IllegalStateException.class, results::hasNext));
            assertSame(torn, assertThrows(IllegalStateException.class, results::next));
        }
    }

    @Test
    void subscriber_getsWhatItAskedForAndNoMore() {
        Taker taker = new Taker();
        echoing.window(5).prompts(prompts(100)).publish().subscribe(taker);
        assertEquals(0, read.get(), "Nothing begins before the first demand");
        taker.subscription().request(3);
        Check.eventually("3 arrive", () -> taker.texts.size() == 3);
        Check.eventually("the window is full", () -> read.get() == 8);
        assertEquals(List.of("p0", "p1", "p2"), taker.texts);
        taker.subscription().request(Long.MAX_VALUE);
        Check.eventually("it completes", () -> taker.completed);
        assertEquals(100, taker.texts.size());
    }

    @Test
    void subscriberThatCancels_cancelsTheBatch_andHearsNoMore() {
        Taker taker = new Taker();
        Batch.of(desk.agent().build()).prompts(prompts(100)).publish().subscribe(taker);
        taker.subscription().request(10);
        desk.awaitSent(5);
        taker.subscription().cancel();
        assertTrue(desk.call("p0").isCancelled());
        assertEquals(List.of(), taker.texts);
        assertFalse(taker.completed);
    }

    @Test
    void subscriberThatAsksForNothing_isTold() {
        Taker taker = new Taker();
        echoing.prompts(prompts(100)).publish().subscribe(taker);
        taker.subscription().request(0);
        Check.eventually("it fails", () -> taker.failure instanceof IllegalArgumentException);
    }

    @Test
    void secondSubscriberOfAStream_isTold() {
        Flow.Publisher<BatchResult> publisher = echoing.prompts(prompts(1)).publish();
        publisher.subscribe(new Taker());
        Taker second = new Taker();
        publisher.subscribe(second);
        Check.contains("another batch", Objects.requireNonNull(second.failure).getMessage());
    }

    private Stream<String> prompts(int count) {
        Iterator<Integer> numbers = IntStream.range(0, count).iterator();
        return Stream.generate(() -> "p" + numbers.next()).limit(count).peek(prompt -> read.incrementAndGet());
    }

    private static final class Taker implements Flow.Subscriber<BatchResult> {
        final List<String> texts = Collections.synchronizedList(new ArrayList<>());
        volatile Flow.@Nullable Subscription subscription;
        volatile @Nullable Throwable failure;
        volatile boolean completed;

        Flow.Subscription subscription() {
            return Objects.requireNonNull(subscription);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(BatchResult result) {
            texts.add(Texts.of(result));
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}

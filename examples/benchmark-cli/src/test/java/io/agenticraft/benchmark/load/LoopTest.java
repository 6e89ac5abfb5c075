package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Stopwatch;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ErrorDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopTest {
    private static final Recording.Spent SPENT = new Recording.Spent(1L, 1L, null);

    private final List<Integer> prompts = new ArrayList<>();

    @Test
    void prompts_takeTurns() {
        Loop loop = loop(plan(3, 1, 7, null), answering());
        loop.run(share -> {});
        assertEquals(List.of(0, 1, 2, 0, 1, 2, 0), prompts);
        assertEquals(7, loop.recordings().total().answers());
        assertEquals(
                List.of(3L, 2L, 2L),
                loop.recordings().byPrompt().values().stream()
                        .map(Recording::answers)
                        .toList());
        assertFalse(loop.isCut());
    }

    @Test
    void concurrency_isNeverExceeded() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Loop loop = loop(plan(1, 4, 40, null), (prompt, watch, done) -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            later(2, () -> {
                underWay.decrementAndGet();
                done.accept(ended(prompt, watch, null));
            });
            return () -> {};
        });
        loop.run(share -> {});
        assertEquals(40, loop.recordings().total().answers());
        assertEquals(4, most.get());
    }

    @Test
    void nobodyThere_isGivenUpAfterTen() {
        Loop loop = loop(plan(1, 1, 1000, null), failing(connectionRefused()));
        loop.run(share -> {});
        assertEquals(10, loop.recordings().total().errors());
        assertNotNull(loop.hopeless());
        assertTrue(loop.isCut());
    }

    @Test
    void otherErrors_areCountedToTheEnd() {
        Loop loop = loop(plan(1, 1, 25, null), failing(new IllegalStateException("odd")));
        loop.run(share -> {});
        assertEquals(25, loop.recordings().total().errors());
        assertNull(loop.hopeless());
        assertEquals(
                "illegal state",
                loop.recordings().total().failures().keySet().iterator().next());
    }

    @Test
    void senderThatThrows_isAFailureLikeAnyOther() {
        Loop loop = loop(plan(1, 1, 3, null), (prompt, watch, done) -> {
            throw new IllegalArgumentException("no");
        });
        loop.run(share -> {});
        assertEquals(3, loop.recordings().total().errors());
    }

    @Test
    void interruption_abortsWhatIsUnderWayAndDoesNotCountIt() {
        AtomicInteger aborted = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        Loop loop = new Loop(
                plan(1, 5, 1000, null),
                (prompt, watch, done) -> {
                    sent.incrementAndGet();
                    return aborted::incrementAndGet;
                },
                System::nanoTime,
                () -> sent.get() == 5);
        loop.run(share -> {});
        assertEquals(5, aborted.get());
        assertEquals(0, loop.recordings().total().requests());
        assertTrue(loop.isCut());
    }

    @Test
    void duration_endsSendingAndCountsWhatCouldNotBeSent() {
        Loop loop = loop(openPlan(100, 1, Duration.ofMillis(300)), (prompt, watch, done) -> {
            later(50, () -> done.accept(ended(prompt, watch, null)));
            return () -> {};
        });
        loop.run(share -> {});
        long answers = loop.recordings().total().answers();
        assertTrue(answers >= 3 && answers <= 7, answers + " answers");
        long due = answers + loop.unsent();
        assertTrue(due >= 29 && due <= 31, due + " were due");
    }

    @Test
    void progress_goesFromNothingToAll() {
        List<Double> shares = new ArrayList<>();
        loop(plan(1, 1, 5, null), answering()).run(shares::add);
        assertEquals(0, shares.get(0));
        assertEquals(1, shares.get(shares.size() - 1));
    }

    private static Loop loop(Plan plan, Sender sender) {
        return new Loop(plan, sender, System::nanoTime, () -> false);
    }

    private static Plan plan(int prompts, int inFlight, long requests, @Nullable Duration duration) {
        return new Plan(
                List.of("a", "b", "c").subList(0, prompts),
                Pace::closed,
                inFlight,
                requests,
                duration,
                0,
                false,
                Duration.ofSeconds(5),
                GenerationOptions.none());
    }

    private static Plan openPlan(double rate, int inFlight, Duration duration) {
        return new Plan(
                List.of("a"),
                () -> Pace.evenly(rate),
                inFlight,
                Long.MAX_VALUE,
                duration,
                0,
                false,
                Duration.ofSeconds(5),
                GenerationOptions.none());
    }

    private Sender answering() {
        return (prompt, watch, done) -> {
            prompts.add(prompt);
            done.accept(ended(prompt, watch, null));
            return () -> {};
        };
    }

    private static Sender failing(Throwable failure) {
        return (prompt, watch, done) -> {
            done.accept(ended(prompt, watch, failure));
            return () -> {};
        };
    }

    private static Sender.Done ended(int prompt, Stopwatch watch, @Nullable Throwable failure) {
        watch.end(System.nanoTime());
        return new Sender.Done(prompt, watch, failure == null ? SPENT : null, failure);
    }

    private static void later(long millis, Runnable action) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(action);
    }

    private static ConnectionException connectionRefused() {
        return new ConnectionException(
                new ErrorDetails("openai", "nobody there", 0, null, null, null, null, true, null), null);
    }
}

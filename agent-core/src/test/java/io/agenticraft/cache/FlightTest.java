package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Equal requests at once. */
class FlightTest {
    private static final ModelRequest REQUEST = Requests.exact("hi");

    private final ManualProvider wire = new ManualProvider();
    private final ResponseCache cache = ResponseCache.builder().build();
    private final ModelProvider cached = cache.around(wire);

    private CompletableFuture<ModelResponse> ask() {
        return cached.complete(REQUEST);
    }

    private static String level(CompletableFuture<ModelResponse> answer) {
        return answer.join().details().getOrDefault(ResponseCache.DETAIL, "paid");
    }

    @Test
    void equalRequests_makeOneCall_thatTheFirstPaysFor() {
        List<CompletableFuture<ModelResponse>> answers = List.of(ask(), ask(), ask());
        assertEquals(1, wire.calls().size());
        wire.call(0).complete(Answers.text("yes"));
        assertEquals("yes", answers.get(2).join().text());
        assertEquals("paid", level(answers.get(0)));
        assertEquals("joined", level(answers.get(1)));
        assertEquals(Usage.of(0, 0), answers.get(1).join().usage());
        assertEquals(2, cache.statistics().joined());
        assertEquals("local", level(ask()));
    }

    @Test
    void manyThreads_makeOneCall() throws Exception {
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 50; round++) {
                ModelRequest request = Requests.exact("round " + round);
                CyclicBarrier start = new CyclicBarrier(threads + 1);
                List<Future<ModelResponse>> asked = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    asked.add(pool.submit(() -> {
                        start.await();
                        return cached.complete(request).get(10, TimeUnit.SECONDS);
                    }));
                }
                start.await();
                int call = round;
                Check.eventually("the call is made", () -> wire.calls().size() > call);
                wire.call(round).complete(Answers.text("answer " + round));
                for (Future<ModelResponse> one : asked) {
                    assertEquals(
                            "answer " + round, one.get(10, TimeUnit.SECONDS).text());
                }
                assertEquals(round + 1, wire.calls().size());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void cancelledFollower_doesNotEndTheLeadersCall() {
        CompletableFuture<ModelResponse> leader = ask();
        CompletableFuture<ModelResponse> follower = ask();
        assertTrue(follower.cancel(true));
        assertFalse(wire.call(0).isCancelled());
        wire.call(0).complete(Answers.text("yes"));
        assertEquals("yes", leader.join().text());
    }

    @Test
    void cancelledLeader_handsTheCallOver() {
        CompletableFuture<ModelResponse> leader = ask();
        CompletableFuture<ModelResponse> follower = ask();
        leader.cancel(true);
        assertFalse(wire.call(0).isCancelled());
        CompletableFuture<ModelResponse> late = ask();
        wire.call(0).complete(Answers.text("yes"));
        assertEquals("paid", level(follower), "somebody has to book it");
        assertEquals("joined", level(late));
        assertEquals(1, wire.calls().size());
    }

    @Test
    void lastToLeave_cancelsTheCallOnTheWire() {
        CompletableFuture<ModelResponse> leader = ask();
        CompletableFuture<ModelResponse> follower = ask();
        follower.cancel(true);
        leader.cancel(true);
        assertTrue(wire.call(0).isCancelled());
        CompletableFuture<ModelResponse> next = ask();
        assertEquals(2, wire.calls().size(), "a new call, not the cancelled one");
        wire.call(1).complete(Answers.text("yes"));
        assertEquals("yes", next.join().text());
    }

    @Test
    void waiterWhoGivesUpInAnotherWay_leavesToo() {
        CompletableFuture<ModelResponse> leader = ask().orTimeout(1, TimeUnit.MILLISECONDS);
        Check.eventually("it gives up", leader::isDone);
        Check.eventually("the call is cancelled", () -> wire.call(0).isCancelled());
    }

    @Test
    void failure_reachesAllWhoWaited_andIsNotKept() {
        CompletableFuture<ModelResponse> leader = ask();
        CompletableFuture<ModelResponse> follower = ask();
        RuntimeException failure = Answers.rateLimited();
        wire.call(0).completeExceptionally(failure);
        assertSame(failure, Check.cause(assertThrows(CompletionException.class, leader::join)));
        assertSame(failure, Check.cause(assertThrows(CompletionException.class, follower::join)));
        assertEquals(0, cache.statistics().joined());
        CompletableFuture<ModelResponse> next = ask();
        wire.call(1).complete(Answers.text("yes"));
        assertEquals("yes", next.join().text());
    }

    @Test
    void leaderWhoseTimeRanOut_doesNotTakeTheOthersDown() {
        AtomicLong clock = new AtomicLong();
        ModelProvider hurried =
                CallScope.builder().deadline(100, clock::get).build().bind(cached);
        CompletableFuture<ModelResponse> leader = hurried.complete(REQUEST);
        CompletableFuture<ModelResponse> follower = ask();
        clock.set(100);
        wire.call(0).completeExceptionally(Answers.rateLimited());
        assertTrue(leader.isCompletedExceptionally());
        assertFalse(follower.isDone(), "it has all the time in the world");
        wire.call(1).complete(Answers.text("yes"));
        assertEquals("paid", level(follower));
    }

    @Test
    void leaderWhoLeftForItsDeadline_doesNotTakeTheOthersDown() {
        AtomicLong clock = new AtomicLong();
        ModelProvider hurried =
                CallScope.builder().deadline(100, clock::get).build().bind(cached);
        CompletableFuture<ModelResponse> leader = hurried.complete(REQUEST);
        CompletableFuture<ModelResponse> follower = ask();
        clock.set(100);
        leader.cancel(true);
        wire.call(0).completeExceptionally(Answers.rateLimited());
        wire.call(1).complete(Answers.text("yes"));
        assertEquals("yes", follower.join().text());
    }

    @Test
    void refusalOfOneAgent_isNotAnothers() {
        ModelProvider spender = CallScope.builder().agent("spender").build().bind(cached);
        ModelProvider saver = CallScope.builder().agent("saver").build().bind(cached);
        CompletableFuture<ModelResponse> refused = spender.complete(REQUEST);
        CompletableFuture<ModelResponse> follower = saver.complete(REQUEST);
        wire.call(0).completeExceptionally(new IllegalStateException("over budget"));
        assertTrue(refused.isCompletedExceptionally());
        wire.call(1).complete(Answers.text("yes"));
        assertEquals("yes", follower.join().text());
    }

    @Test
    void joinedAnswer_isToldToItsScope() {
        List<CallEvent> told = new ArrayList<>();
        CompletableFuture<ModelResponse> leader = ask();
        CompletableFuture<ModelResponse> follower =
                CallScope.builder().observer(told::add).build().bind(cached).complete(REQUEST);
        assertEquals(List.of(), told);
        wire.call(0).complete(Answers.text("yes"));
        assertTrue(leader.isDone() && follower.isDone());
        assertEquals(List.of(new CallEvent.CacheHit("fake:model-0", CallEvent.CacheLevel.JOINED)), told);
    }

    @Test
    void answerThatWasInvalidatedMeanwhile_isGivenAndNotKept() {
        CompletableFuture<ModelResponse> first = ask();
        cache.clear();
        wire.call(0).complete(Answers.text("old"));
        assertEquals("old", first.join().text());
        CompletableFuture<ModelResponse> second = ask();
        cache.invalidate(REQUEST, null, wire);
        wire.call(1).complete(Answers.text("older"));
        assertEquals("older", second.join().text());
        assertEquals(2, cache.statistics().notStored(NotStored.INVALIDATED));
        assertEquals(0, cache.statistics().entries());
    }

    @Test
    void providerThatThrows_failsTheCall() {
        ModelProvider throwing = cache.around(new ManualProviderThatThrows());
        assertThrows(CompletionException.class, () -> throwing.complete(REQUEST).join());
        assertThrows(CompletionException.class, () -> throwing.complete(REQUEST).join());
    }

    private static final class ManualProviderThatThrows implements ModelProvider {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            throw new IllegalStateException("closed");
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, io.agenticraft.provider.EventSink sink) {
            throw new IllegalStateException("closed");
        }
    }
}

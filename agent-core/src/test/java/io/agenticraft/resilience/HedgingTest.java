package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.Attempt.Reason;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.stats.CallStats;
import io.agenticraft.stats.SeriesStats;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HedgingTest {
    private static final Duration USUAL = Duration.ofMillis(100);
    private static final Hedging HEDGING =
            Hedging.defaults().withMinimumSamples(20).withMaxShare(1).withFloor(Duration.ZERO);

    private final Bench bench = new Bench();
    private final HeldProvider a = new HeldProvider("a");
    private final HeldProvider b = new HeldProvider("b");
    private final StreamFailoverTest.Seen seen = new StreamFailoverTest.Seen();
    private Failover failover = bench.failover().hedging(HEDGING).build();
    private ModelProvider router = Router.of(Bench.at(a), failover);
    private int asked;

    @BeforeEach
    void warmUp() {
        use(HEDGING);
    }

    /** Twenty usual calls, so that it is known what is slow. */
    private void use(Hedging hedging) {
        failover = bench.failover()
                .retriesPerTarget(0)
                .hedging(hedging)
                .fallback(Bench.at(b))
                .build();
        router = Router.of(Bench.at(a), failover);
        for (int i = 0; i < 20; i++) {
            CompletableFuture<ModelResponse> whole = router.complete(Bench.HELLO);
            CompletableFuture<ModelResponse> stream = router.stream(Bench.HELLO, event -> {});
            bench.time.advance(USUAL);
            call(0).answer("usual");
            call(1).push("usual").answer("usual");
            assertTrue(whole.isDone() && stream.isDone());
            asked = a.count();
        }
    }

    /** A call of a since the warm-up. */
    private HeldProvider.Call call(int index) {
        return a.call(asked + index);
    }

    private int calls() {
        return a.count() - asked;
    }

    private CompletableFuture<ModelResponse> complete() {
        return bench.run(failover, a).complete(Bench.HELLO);
    }

    private void send() {
        var unused = complete();
    }

    private CompletableFuture<ModelResponse> stream() {
        return bench.run(failover, a).stream(Bench.HELLO, seen);
    }

    @Test
    void slowCall_getsASecondAndTheFirstAnswerCounts() {
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL.minusMillis(1));
        assertEquals(1, calls());
        bench.time.advance(Duration.ofMillis(1));
        assertEquals(2, calls());
        call(1).answer("second");
        assertEquals("second", bench.text(call));
        assertTrue(call(0).isCancelled());
        Attempt hedge = new Attempt(2, Reason.HEDGE);
        assertEquals(
                List.of(
                        new CallEvent.HedgeStarted(hedge, "a:model-a", USUAL),
                        new CallEvent.HedgeEnded(hedge, "a:model-a")),
                bench.events);
        assertEquals(0, bench.time.pending());
    }

    @Test
    void firstThatAnswersAfterAll_cancelsTheHedge() {
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL);
        call(0).answer("first");
        assertEquals("first", bench.text(call));
        assertTrue(call(1).isCancelled());
        assertEquals(new CallEvent.HedgeEnded(Attempt.first(), "a:model-a"), bench.events.get(1));
    }

    @Test
    void usualCall_isNotHedgedAndItsTimerIsCalledOff() {
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL.minusMillis(1));
        call(0).answer("usual");
        assertEquals("usual", bench.text(call));
        assertEquals(1, calls());
        assertEquals(0, bench.time.pending());
    }

    @Test
    void streams_raceToTheirFirstContent() {
        CompletableFuture<ModelResponse> call = stream();
        call(0).start("id-1");
        bench.time.advance(USUAL);
        call(1).start("id-2").push("Hi");
        call(0).push("late");
        seen.control().pause();
        assertTrue(call(1).isHeld());
        assertFalse(call(0).isHeld());
        assertTrue(call(0).isCancelled());
        call(1).answer("Hi");
        assertEquals("Hi", bench.text(call));
        assertEquals(List.of("open", "started id-2", "Hi"), seen.log);
    }

    @Test
    void streamThatHasBegunToSpeak_isNotHedged() {
        var unused = stream();
        call(0).start("id-1").push("Hi");
        bench.time.advance(Duration.ofMinutes(1));
        assertEquals(1, calls());
    }

    @Test
    void firstThatFails_leavesTheAnswerToTheHedge() {
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL);
        call(0).fail(Fails.server());
        assertFalse(call.isDone());
        call(1).answer("second");
        assertEquals("second", bench.text(call));
        assertEquals(List.of("HedgeStarted", "AttemptFailed", "HedgeEnded"), bench.heard());
        assertEquals(0, b.count());
    }

    @Test
    void bothFail_fallsBack() {
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL);
        call(1).fail(Fails.server());
        call(0).fail(Fails.server());
        b.call(0).answer("from b");
        assertEquals("from b", bench.text(call));
    }

    @Test
    void invalidRequest_endsBoth() {
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL);
        ProviderException failure = Fails.invalid(400, null);
        call(0).fail(failure);
        assertSame(failure, bench.failure(call));
        assertTrue(call(1).isCancelled());
    }

    @Test
    void cancel_reachesBoth() {
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL);
        assertTrue(call.cancel(true));
        assertTrue(call(0).isCancelled() && call(1).isCancelled());
        assertEquals(0, bench.time.pending());
    }

    @Test
    void elsewhere_asksTheNextTargetInItsOwnTerms() {
        use(HEDGING.withElsewhere(true));
        CompletableFuture<ModelResponse> call = complete();
        bench.time.advance(USUAL);
        assertEquals(1, calls());
        assertEquals("model-b", b.call(0).request.model());
        b.call(0).answer("from b");
        assertEquals("from b", bench.text(call));
        assertTrue(call(0).isCancelled());
    }

    @Test
    void elsewhere_neverMovesABoundRun() {
        use(HEDGING.withElsewhere(true));
        ModelProvider run = bench.run(failover, a);
        CompletableFuture<ModelResponse> first = run.complete(Bench.HELLO);
        call(0).answer("1");
        assertTrue(first.isDone());
        var unused = run.complete(Bench.HELLO);
        bench.time.advance(USUAL);
        assertEquals(0, b.count());
        assertEquals(3, calls());
    }

    @Test
    void floor_isTheShortestWait() {
        use(HEDGING.withFloor(Duration.ofMillis(500)));
        send();
        bench.time.advance(Duration.ofMillis(499));
        assertEquals(1, calls());
        bench.time.advance(Duration.ofMillis(1));
        assertEquals(2, calls());
    }

    @Test
    void tooFewSamples_hedgeNothing() {
        use(HEDGING.withMinimumSamples(21));
        send();
        bench.time.advance(Duration.ofMinutes(1));
        assertEquals(1, calls());
    }

    @Test
    void hedges_areAtMostAShareOfTheCalls() {
        use(HEDGING.withMaxShare(0.1));
        for (int i = 0; i < 1_000; i++) {
            send();
            bench.time.advance(Duration.ofSeconds(1));
            int last = a.count() - 1;
            a.call(last).answer("slow");
        }
        long hedges = bench.events.stream()
                .filter(CallEvent.HedgeStarted.class::isInstance)
                .count();
        // The calls of the warm-up, two for each sample, have saved up some.
        assertTrue(hedges >= 90 && hedges <= 100 + 4, () -> hedges + " hedges");
    }

    @Test
    void hedgedCalls_doNotMakeSlowSeemUsual() {
        for (int i = 0; i < 400; i++) {
            CompletableFuture<ModelResponse> call = complete();
            boolean slow = i % 20 == 0;
            bench.time.advance(slow ? USUAL : Duration.ofMillis(10));
            a.call(a.count() - 1).answer("any");
            assertTrue(call.isDone());
        }
        long hedges = bench.events.stream()
                .filter(CallEvent.HedgeStarted.class::isInstance)
                .count();
        assertTrue(hedges <= 40, () -> hedges + " of 400 calls were hedged, though one in 20 is slow");
    }

    @Test
    void loser_isSeenByThePoliciesOfItsTarget() {
        CallStats stats = CallStats.create();
        ModelProvider run = bench.scope().bind(failover.route(Bench.at(a), stats::around));
        CompletableFuture<ModelResponse> call = run.complete(Bench.HELLO);
        bench.time.advance(USUAL);
        call(1).answer("second");
        assertEquals("second", bench.text(call));
        SeriesStats series = stats.snapshot().byModel().get(0);
        assertEquals(1, series.succeeded());
        assertEquals(1, series.cancelled());
    }
}

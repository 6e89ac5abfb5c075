package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.Attempt.Reason;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.registry.Binding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Bench bench = new Bench();
    private final HeldProvider a = new HeldProvider("a");
    private final HeldProvider b = new HeldProvider("b");
    private final FailoverBuilder lone =
            bench.failover().retriesPerTarget(0).circuitBreaking(new CircuitBreaking(0.5, 10, 4, PAUSE, 2));
    private Failover failover = lone.build();

    private void withB() {
        failover = lone.fallback(Bench.at(b)).build();
    }

    private CompletableFuture<ModelResponse> call() {
        return bench.run(failover, a).complete(Bench.HELLO);
    }

    private void send() {
        var unused = call();
    }

    private HeldProvider.Call last(HeldProvider provider) {
        return provider.call(provider.count() - 1);
    }

    /** Calls of a that fail, where b answers. */
    private void failAtA(int times, Supplier<ProviderException> failure) {
        for (int i = 0; i < times; i++) {
            CompletableFuture<ModelResponse> call = call();
            last(a).fail(failure.get());
            if (!call.isDone()) {
                last(b).answer("from b");
            }
        }
    }

    @Test
    void targetThatFailsTooOften_isPassedOver() {
        withB();
        failAtA(4, Fails::server);
        bench.events.clear();
        CompletableFuture<ModelResponse> call = call();
        assertEquals(4, a.count());
        last(b).answer("from b");
        assertEquals("from b", bench.text(call));
        assertEquals(
                List.of(
                        new CallEvent.TargetSkipped("a:model-a", "its circuit breaker is open"),
                        new CallEvent.FellBack(new Attempt(1, Reason.FALLBACK), "a:model-a", "b:model-b")),
                bench.events);
    }

    @Test
    void invalidRequests_neverTripIt() {
        withB();
        failAtA(50, () -> Fails.invalid(400, "invalid_value"));
        send();
        assertEquals(51, a.count());
    }

    @Test
    void lastTarget_isTriedEvenIfItsBreakerIsOpen() {
        failAtA(4, Fails::server);
        CompletableFuture<ModelResponse> call = call();
        assertEquals(5, a.count());
        last(a).answer("well again");
        assertEquals("well again", bench.text(call));
    }

    @Test
    void allTargetsOpen_theLastIsTried() {
        withB();
        for (int i = 0; i < 4; i++) {
            send();
            last(a).fail(Fails.server());
            last(b).fail(Fails.server());
        }
        send();
        assertEquals(4, a.count());
        assertEquals(5, b.count());
    }

    @Test
    void afterThePause_aFewProbesGoAndTheirSuccessClosesIt() {
        withB();
        failAtA(4, Fails::server);
        bench.time.advance(PAUSE.plusMillis(1));
        CompletableFuture<ModelResponse> first = call();
        CompletableFuture<ModelResponse> second = call();
        send();
        assertEquals(6, a.count());
        assertEquals(5, b.count());
        a.call(4).answer("1");
        a.call(5).answer("2");
        assertTrue(first.isDone() && second.isDone());
        for (int i = 0; i < 5; i++) {
            send();
        }
        assertEquals(11, a.count());
    }

    @Test
    void probeThatIsCancelled_leavesItsPlaceToAnother() {
        withB();
        failAtA(4, Fails::server);
        bench.time.advance(PAUSE.plusMillis(1));
        call().cancel(true);
        call().cancel(true);
        send();
        assertEquals(7, a.count());
    }

    @Test
    void probeThatFails_opensItAgain() {
        withB();
        failAtA(4, Fails::server);
        bench.time.advance(PAUSE.plusMillis(1));
        failAtA(2, Fails::server);
        send();
        assertEquals(6, a.count());
    }

    @Test
    void retry_isNotMadeAtATargetWhoseBreakerHasOpened() {
        failover = bench.failover()
                .retriesPerTarget(5)
                .attemptsPerCall(10)
                .circuitBreaking(new CircuitBreaking(0.5, 10, 2, PAUSE, 1))
                .fallback(Bench.at(b))
                .build();
        CompletableFuture<ModelResponse> call = call();
        last(a).fail(Fails.server());
        bench.time.advance(Duration.ZERO);
        assertEquals(2, a.count());
        last(a).fail(Fails.server());
        last(b).answer("from b");
        assertEquals("from b", bench.text(call));
        assertEquals(2, a.count());
    }

    @Test
    void modelsOfATarget_haveBreakersOfTheirOwn() {
        Binding other = new Binding(a, "other");
        failover = lone.fallback(other).build();
        failAtAWithOtherAnswering();
        CompletableFuture<ModelResponse> call = call();
        assertEquals("other", last(a).request.model());
        last(a).answer("other");
        assertEquals("other", bench.text(call));
    }

    private void failAtAWithOtherAnswering() {
        for (int i = 0; i < 4; i++) {
            CompletableFuture<ModelResponse> call = call();
            last(a).fail(Fails.server());
            last(a).answer("other");
            assertTrue(call.isDone());
        }
    }

    @Test
    void breaker_isSharedByRunsAndOutlivesTheInstance() {
        withB();
        failAtA(4, Fails::server);
        HeldProvider again = new HeldProvider("a");
        assertSame(failover.health(Bench.at(a)), failover.health(Bench.at(again)));
        var unused = bench.run(failover, again).complete(Bench.HELLO);
        assertEquals(0, again.count());
    }
}

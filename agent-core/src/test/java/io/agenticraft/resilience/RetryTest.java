package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.testing.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final Bench bench = new Bench();

    @Test
    void firstSuccess_isTheAnswerAndTellsNothing() {
        bench.a.then(Answers.text("hi"));
        assertEquals("hi", bench.text(bench.complete(bench.toB())));
        assertEquals(List.of(), bench.heard());
        assertEquals(0, bench.time.delays().size());
        assertSame(Bench.HELLO, bench.a.requests().get(0));
    }

    @Test
    void retryableFailure_isRetriedAtTheSameTarget() {
        ProviderException failure = Fails.server();
        bench.a.thenFail(failure).then(Answers.text("hi"));
        assertEquals("hi", bench.text(bench.complete(bench.failover())));
        Attempt retry = new Attempt(2, Attempt.Reason.RETRY);
        assertEquals(
                List.of(
                        new CallEvent.AttemptFailed(Attempt.first(), "a:model-a", failure),
                        new CallEvent.RetryScheduled(retry, "a:model-a", Duration.ZERO)),
                bench.events);
    }

    @Test
    void backoff_growsWithFullJitterUpToItsLimit() {
        for (int i = 0; i < 6; i++) {
            bench.a.thenFail(Fails.server());
        }
        bench.failure(bench.complete(bench.failover()
                .retriesPerTarget(5)
                .backoff(Duration.ofMillis(100), Duration.ofMillis(500))
                .random(() -> 0.5)));
        assertEquals(
                List.of(50, 100, 200, 250, 250),
                bench.time.delays().stream().map(one -> (int) one.toMillis()).toList());
    }

    @Test
    void retryAfter_isWaitedForAndSpread() {
        bench.a.thenFail(Fails.rateLimit(Duration.ofSeconds(3))).then(Answers.text("hi"));
        CompletableFuture<ModelResponse> call = bench.complete(bench.failover()
                .backoff(Duration.ofMillis(100), Duration.ofSeconds(1))
                .random(() -> 0.5));
        bench.time.advance(Duration.ofMillis(3049));
        assertEquals(1, bench.a.requests().size());
        assertEquals("hi", bench.text(call));
        assertEquals(List.of(Duration.ofMillis(3050)), bench.time.delays());
    }

    @Test
    void retryAfterBeyondTheLimit_failsAtOnceWithTheRealError() {
        ProviderException failure = Fails.rateLimit(Duration.ofSeconds(31));
        bench.a.thenFail(failure);
        assertSame(failure, bench.failure(bench.complete(bench.failover())));
        assertEquals(List.of(), bench.time.delays());
    }

    @Test
    void retryAfterBeyondTheLimit_fallsBack() {
        bench.a.thenFail(Fails.rateLimit(Duration.ofSeconds(31)));
        bench.b.then(Answers.text("from b"));
        assertEquals("from b", bench.text(bench.complete(bench.toB())));
        assertEquals(List.of(), bench.time.delays());
    }

    @Test
    void waitLongerThanTheRunHas_failsAtOnceWithTheRealError() {
        ProviderException failure = Fails.rateLimit(Duration.ofSeconds(5));
        bench.a.thenFail(failure);
        ModelProvider run = bench.scope(Duration.ofSeconds(5))
                .bind(Router.of(Bench.at(bench.a), bench.failover().build()));
        CompletableFuture<ModelResponse> call = run.complete(Bench.HELLO);
        assertTrue(call.isDone());
        assertSame(failure, bench.failure(call));
        assertEquals(List.of(), bench.time.delays());
    }

    @Test
    void runWhoseTimeIsUp_getsNoFallback() {
        bench.a.then(request -> {
            bench.time.advance(Duration.ofSeconds(6));
            return CompletableFuture.failedFuture(Fails.server());
        });
        ModelProvider run = bench.scope(Duration.ofSeconds(5))
                .bind(Router.of(Bench.at(bench.a), bench.toB().build()));
        bench.failure(run.complete(Bench.HELLO));
        assertEquals(0, bench.b.requests().size());
    }

    @Test
    void shouldRetryFalse_isNotRetried() {
        ProviderException failure = Fails.serverNotToBeRetried();
        bench.a.thenFail(failure);
        assertSame(failure, bench.failure(bench.complete(bench.failover())));
        assertEquals(1, bench.a.requests().size());
    }

    @Test
    void attemptsPerCall_areNeverExceeded() {
        for (int i = 0; i < 10; i++) {
            bench.a.thenFail(Fails.server());
            bench.b.thenFail(Fails.server());
        }
        bench.failure(bench.complete(bench.toB().attemptsPerCall(4).retriesPerTarget(2)));
        assertEquals(3, bench.a.requests().size());
        assertEquals(1, bench.b.requests().size());
    }

    @Test
    void extraAttempts_areSharedByAllTurnsOfARun() {
        ModelProvider run = bench.run(bench.failover().extraAttemptsPerRun(3).build());
        for (int turn = 0; turn < 3; turn++) {
            bench.a.thenFail(Fails.server()).then(Answers.text("turn " + turn));
            assertEquals("turn " + turn, bench.text(run.complete(Bench.HELLO)));
        }
        ProviderException last = Fails.server();
        bench.a.thenFail(last);
        assertSame(last, bench.failure(run.complete(Bench.HELLO)));
    }

    @Test
    void providerThatThrows_failsTheCall() {
        IllegalStateException closed = new IllegalStateException("closed");
        bench.a.then(request -> {
            throw closed;
        });
        assertSame(closed, bench.failure(bench.complete(bench.toB())));
        assertEquals(0, bench.b.requests().size());
    }

    @Test
    void callTimeout_endsTheCallWithAllThatFailed() {
        bench.a.thenFail(Fails.overloaded()).thenHang();
        CompletableFuture<ModelResponse> call = bench.complete(bench.failover().callTimeout(Duration.ofSeconds(20)));
        bench.time.advance(Duration.ofSeconds(19));
        assertTrue(!call.isDone() && bench.a.requests().size() == 2);
        Throwable failure = bench.failure(call);
        assertInstanceOf(ProviderTimeoutException.class, failure);
        assertEquals("a:model-a gave no whole answer within 20000 ms and 2 attempts", failure.getMessage());
        assertEquals(2, failure.getSuppressed().length);
        assertTrue(bench.a.calls().get(1).isCancelled());
        assertEquals(0, bench.time.pending());
    }

    @Test
    void answerTimeout_isAFailureOfItsOwnType() {
        bench.a.thenHang();
        bench.b.then(Answers.text("from b"));
        CompletableFuture<ModelResponse> call = bench.complete(bench.toB().answerTimeout(Duration.ofSeconds(2)));
        assertEquals("from b", bench.text(call));
        CallEvent.AttemptFailed failed = assertInstanceOf(CallEvent.AttemptFailed.class, bench.events.get(0));
        assertInstanceOf(ProviderTimeoutException.class, failed.failure());
        assertEquals("a:model-a did not answer within 2000 ms", failed.failure().getMessage());
        assertSame(
                failed.failure(),
                bench.failure(bench.a.calls().get(0)),
                "What it called has failed, not been given up");
    }

    @Test
    void eachAttempt_isBoundByItself() {
        bench.a.thenFail(Fails.server()).then(Answers.text("hi"));
        List<Attempt> bound = new ArrayList<>();
        CallScope scope = CallScope.builder()
                .decorator((wire, own) -> {
                    bound.add(own.attempt());
                    return wire;
                })
                .build();
        ModelProvider run =
                scope.bind(Router.of(Bench.at(bench.a), bench.failover().build()));
        assertEquals("hi", bench.text(run.complete(Bench.HELLO)));
        assertEquals(List.of(Attempt.first(), new Attempt(2, Attempt.Reason.RETRY)), bound);
    }
}

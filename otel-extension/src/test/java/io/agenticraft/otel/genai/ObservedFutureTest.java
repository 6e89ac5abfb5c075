package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservedFutureTest {
    private final CompletableFuture<String> original = new CompletableFuture<>();
    private final List<String> order = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failureSeen = new AtomicReference<>();
    private final CompletableFuture<String> observed = ObservedFuture.observe(original, this::see);

    private void see(@Nullable String value, @Nullable Throwable failure) {
        order.add("observed " + value);
        failureSeen.set(failure);
    }

    @Test
    void value_isSeenByTheObserverFirst() {
        var unused = observed.thenAccept(value -> order.add("host " + value));

        original.complete("answer");

        assertEquals(List.of("observed answer", "host answer"), order);
        assertEquals("answer", observed.join());
    }

    @Test
    void failure_isTheVerySame() {
        IOException failure = new IOException();
        AtomicReference<@Nullable Throwable> host = new AtomicReference<>();
        var unused = observed.whenComplete((value, thrown) -> host.set(thrown));

        original.completeExceptionally(failure);

        assertSame(failure, host.get());
        assertSame(failure, failureSeen.get());
        assertSame(
                failure, assertThrows(ExecutionException.class, observed::get).getCause());
    }

    @Test
    void wrappedFailure_staysWrappedOnce() {
        CompletionException wrapped = new CompletionException(new IOException());
        AtomicReference<@Nullable Throwable> host = new AtomicReference<>();
        var unused = observed.whenComplete((value, thrown) -> host.set(thrown));

        original.completeExceptionally(wrapped);

        assertSame(wrapped, host.get());
    }

    @Test
    void cancel_reachesTheOriginal() {
        assertTrue(observed.cancel(true));

        assertTrue(original.isCancelled());
        assertTrue(observed.isCancelled());
        assertTrue(failureSeen.get() instanceof CancellationException);
    }

    @Test
    void cancelOfACompleteOne_isFalse() {
        original.complete("answer");

        assertFalse(observed.cancel(true));
        assertEquals("answer", observed.join());
    }

    @Test
    void completingFromOutside_completesTheOriginal() {
        assertTrue(observed.complete("mine"));

        assertEquals("mine", original.join());
        assertEquals("mine", observed.join());
        assertEquals(List.of("observed mine"), order);
    }

    @Test
    void timeout_reachesTheOriginal() {
        CompletableFuture<String> timed = observed.orTimeout(1, TimeUnit.MILLISECONDS);

        CompletionException seen = assertThrows(CompletionException.class, timed::join);

        assertTrue(seen.getCause() instanceof TimeoutException);
        assertTrue(original.isCompletedExceptionally());
    }

    @Test
    void completeOriginal_isHandedOutItself() {
        CompletableFuture<String> done = CompletableFuture.completedFuture("answer");

        assertSame(done, ObservedFuture.observe(done, this::see));
        assertEquals(List.of("observed answer"), order);
    }

    @Test
    void failedOriginal_isHandedOutItself() {
        IOException failure = new IOException();
        CompletableFuture<String> done = CompletableFuture.failedFuture(failure);

        assertSame(done, ObservedFuture.observe(done, this::see));
        assertSame(failure, failureSeen.get());
    }

    @Test
    void throwingObserver_isCountedAndHarmless() {
        long before = Failures.total();
        CompletableFuture<String> pending = new CompletableFuture<>();
        CompletableFuture<String> handedOut = ObservedFuture.observe(pending, (value, failure) -> {
            throw new IllegalStateException();
        });

        pending.complete("answer");

        assertEquals("answer", handedOut.join());
        assertEquals(before + 1, Failures.total());
    }

    @Test
    void dependents_areOrdinaryFutures() {
        CompletableFuture<Integer> length = observed.thenApply(String::length);
        assertNotSame(observed.getClass(), length.getClass());

        assertTrue(length.cancel(true));

        assertFalse(original.isDone());
        assertNull(failureSeen.get());
    }
}

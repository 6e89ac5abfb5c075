package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TrackedFutureTest {
    private final List<String> heard = new ArrayList<>();
    private final CompletableFuture<String> source = new CompletableFuture<>();
    private final CompletableFuture<String> tracked = TrackedFuture.of(
            source,
            value -> {
                heard.add("value");
                return value + "!";
            },
            failure -> heard.add(failure.getClass().getSimpleName()));

    @Test
    void value_isHeardBeforeTheHostHasIt() {
        CompletableFuture<List<String>> heardByThen = tracked.thenApply(value -> List.copyOf(heard));
        source.complete("a");
        assertEquals("a!", tracked.join());
        assertEquals(List.of("value"), heardByThen.join());
    }

    @Test
    void failure_isTheVeryExceptionForEveryWayOfAsking() {
        IllegalStateException failure = new IllegalStateException();
        List<Throwable> seen = new ArrayList<>();
        var unused = tracked.whenComplete((value, thrown) -> seen.add(thrown));
        source.completeExceptionally(failure);
        assertSame(failure, seen.get(0));
        assertSame(failure, assertThrows(ExecutionException.class, tracked::get).getCause());
        assertSame(
                failure, assertThrows(CompletionException.class, tracked::join).getCause());
        assertEquals("IllegalStateException", heard.get(0));
    }

    @Test
    void wrappedFailure_isNotWrappedAgain() {
        CompletionException wrapped = new CompletionException(new IllegalStateException());
        source.completeExceptionally(wrapped);
        assertSame(wrapped, assertThrows(CompletionException.class, tracked::join));
        assertSame(
                wrapped.getCause(),
                assertThrows(ExecutionException.class, tracked::get).getCause());
    }

    @Test
    void cancel_reachesTheSource() {
        assertTrue(tracked.cancel(true));
        assertTrue(source.isCancelled());
        assertTrue(tracked.isCancelled());
        assertThrows(CancellationException.class, tracked::join);
        assertEquals("CancellationException", heard.get(0));
    }

    @Test
    void hostsOwnTimeout_isHeard() {
        TimeoutException timeout = new TimeoutException();
        tracked.completeExceptionally(timeout);
        assertSame(timeout, assertThrows(ExecutionException.class, tracked::get).getCause());
        assertEquals(List.of("TimeoutException"), heard);
    }

    @Test
    void cancelAfterTheEnd_changesNothing() {
        source.complete("a");
        assertFalse(tracked.cancel(true));
        assertEquals("a!", tracked.join());
        assertEquals(List.of("value"), heard);
    }
}

package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TrackedCallTest {
    private final CompletableFuture<String> call = new CompletableFuture<>();
    private final List<String> noted = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> tracked = TrackedCall.of(
            call,
            failure -> noted.add(failure == null ? "ok" : failure.getClass().getSimpleName()));

    @Test
    void end_isNotedBeforeTheCallerHearsOfIt() {
        CompletableFuture<String> heard = tracked.thenApply(answer -> answer + noted);
        call.complete("a");
        assertEquals("a[ok]", heard.join());
    }

    @Test
    void failure_isTheVeryObject() {
        IllegalStateException failure = new IllegalStateException();
        call.completeExceptionally(failure);
        assertSame(failure, assertThrows(ExecutionException.class, tracked::get).getCause());
        assertEquals(List.of("IllegalStateException"), noted);
    }

    @Test
    void cancel_reachesTheCallAndIsNotedOnce() {
        assertTrue(tracked.cancel(true));
        assertTrue(call.isCancelled());
        assertTrue(tracked.isCancelled());
        tracked.cancel(true);
        assertEquals(List.of("CancellationException"), noted);
    }

    @Test
    void timeoutOfTheCaller_isTheCallsFailure_andNotedOnce() {
        CompletableFuture<String> late = tracked.orTimeout(1, TimeUnit.MILLISECONDS);
        assertThrows(ExecutionException.class, () -> late.get(10, TimeUnit.SECONDS));
        ExecutionException failure = assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS));
        assertInstanceOf(TimeoutException.class, failure.getCause());
        assertEquals(List.of("TimeoutException"), noted);
    }

    @Test
    void callerThatAnswersItself_cancelsTheCall() {
        assertTrue(tracked.complete("mine"));
        assertTrue(call.isCancelled());
        assertEquals("mine", tracked.join());
    }

    @Test
    void callThatHasEnded_isNotedAtOnce() {
        CompletableFuture<String> done = TrackedCall.of(CompletableFuture.completedFuture("b"), f -> noted.add("end"));
        assertEquals("b", done.join());
        assertEquals(List.of("end"), noted);
        assertInstanceOf(TrackedCall.class, done);
    }
}

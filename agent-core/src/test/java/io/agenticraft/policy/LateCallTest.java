package io.agenticraft.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LateCallTest {
    private final List<String> order = new ArrayList<>();
    private final CompletableFuture<ModelResponse> wire = new CompletableFuture<>();

    private final class Noting extends LateCall {
        void begin() {
            follow(wire);
        }

        @Override
        protected void ended(@Nullable ModelResponse response, @Nullable Throwable failure) {
            order.add("policy " + (response != null ? response.text() : String.valueOf(failure)));
        }
    }

    @Test
    void end_isSeenByThePolicyBeforeTheCaller() {
        Noting call = new Noting();
        call.begin();
        CompletableFuture<Void> caller = call.thenAccept(answer -> order.add("caller " + answer.text()));
        wire.complete(Answers.text("hi"));
        assertTrue(caller.isDone());
        assertEquals(List.of("policy hi", "caller hi"), order);
    }

    @Test
    void failure_isNeverWrapped() {
        Noting call = new Noting();
        call.begin();
        IllegalStateException failure = new IllegalStateException("x");
        wire.completeExceptionally(new CompletionException(failure));
        assertSame(failure, Check.cause(assertThrows(CompletionException.class, call::join)));
        assertEquals(List.of("policy " + failure), order);
    }

    @Test
    void cancel_reachesTheWire_andThePolicySeesIt() {
        Noting call = new Noting();
        call.begin();
        assertTrue(call.cancel(true));
        assertTrue(wire.isCancelled());
        assertEquals(1, order.size());
    }

    @Test
    void failureFromOutside_isTheWiresToo_andThePolicySeesIt() {
        Noting call = new Noting();
        call.begin();
        IllegalStateException late = new IllegalStateException("late");
        assertTrue(call.completeExceptionally(late));
        assertFalse(call.completeExceptionally(new IllegalStateException("again")));
        assertSame(late, Check.cause(assertThrows(CompletionException.class, wire::join)));
        assertSame(late, Check.cause(assertThrows(CompletionException.class, call::join)));
        assertEquals(List.of("policy " + late), order);
    }

    @Test
    void callFailedBeforeItBegan_failsAsItBegins() {
        Noting call = new Noting();
        IllegalStateException late = new IllegalStateException("late");
        assertTrue(call.completeExceptionally(late));
        call.begin();
        assertSame(late, Check.cause(assertThrows(CompletionException.class, wire::join)));
        assertEquals(List.of("policy " + late), order);
    }

    /** Whichever comes first: the wire call ends, and the policy hears of one end, the caller's. */
    @Test
    void failureAsItBegins_isTheWiresToo() throws Exception {
        for (int i = 0; i < 500; i++) {
            CompletableFuture<ModelResponse> sent = new CompletableFuture<>();
            List<Throwable> booked = new CopyOnWriteArrayList<>();
            LateCall call = new LateCall() {
                @Override
                protected void ended(@Nullable ModelResponse response, @Nullable Throwable failure) {
                    booked.add(failure == null ? new AssertionError("answered") : failure);
                }
            };
            IllegalStateException late = new IllegalStateException("late");
            CountDownLatch go = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                go.countDown();
                call.completeExceptionally(late);
            });
            other.start();
            go.await();
            call.follow(sent);
            other.join();
            assertTrue(sent.isDone());
            assertEquals(List.of(late), booked);
        }
    }

    @Test
    void answerFromOutside_cancelsTheWire() {
        Noting call = new Noting();
        call.begin();
        assertTrue(call.complete(Answers.text("enough")));
        assertTrue(wire.isCancelled());
        assertEquals("enough", call.join().text());
    }

    @Test
    void callCancelledBeforeItBegan_isCancelledAsItBegins() {
        Noting call = new Noting();
        assertTrue(call.cancel(true));
        assertFalse(wire.isDone());
        call.begin();
        assertTrue(wire.isCancelled());
    }
}

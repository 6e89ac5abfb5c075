package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class StreamFailoverTest {
    private final Bench bench = new Bench();
    private final HeldProvider a = new HeldProvider("a");
    private final HeldProvider b = new HeldProvider("b");
    private final Seen seen = new Seen();

    private CompletableFuture<ModelResponse> stream(FailoverBuilder failover) {
        return bench.stream(failover.fallback(Bench.at(b)), a, seen);
    }

    private CompletableFuture<ModelResponse> stream() {
        return stream(bench.failover().retriesPerTarget(0));
    }

    @Test
    void stream_passesEventsInOrder() {
        CompletableFuture<ModelResponse> call = stream();
        a.call(0).start("id-a").push("Hel").push("lo").answer("Hello");
        assertEquals("Hello", bench.text(call));
        assertEquals(List.of("open", "started id-a", "Hel", "lo"), seen.log);
    }

    @Test
    void failureBeforeTheFirstContent_failsOverAndShowsOneBeginning() {
        CompletableFuture<ModelResponse> call = stream();
        a.call(0).start("id-a").fail(Fails.interrupted());
        b.call(0).start("id-b").push("Hi").answer("Hi");
        assertEquals("Hi", bench.text(call));
        assertEquals(List.of("open", "started id-b", "Hi"), seen.log);
    }

    @Test
    void failureAfterTheFirstContent_isTheCallers() {
        CompletableFuture<ModelResponse> call = stream();
        ProviderException failure = Fails.interrupted();
        a.call(0).start("id-a").push("Hel").fail(failure);
        assertSame(failure, bench.failure(call));
        assertEquals(0, b.count());
        assertEquals(List.of("AttemptFailed"), bench.heard());
    }

    @Test
    void answerWithoutContent_beginsBeforeItEnds() {
        CompletableFuture<ModelResponse> call = stream();
        a.call(0).start("id-a").answer("");
        assertEquals("", bench.text(call));
        assertEquals(List.of("open", "started id-a"), seen.log);
    }

    @Test
    void noFirstEventInTime_isATypedFailureAndTheNextAttempt() {
        CompletableFuture<ModelResponse> call = stream(bench.failover().firstTokenTimeout(Duration.ofSeconds(2)));
        bench.time.advance(Duration.ofMillis(2_001));
        CallEvent.AttemptFailed failed = (CallEvent.AttemptFailed) bench.events.get(0);
        assertInstanceOf(ProviderTimeoutException.class, failed.failure());
        Throwable told = Check.cause(assertThrows(CompletionException.class, a.call(0).future::join));
        assertSame(failed.failure(), told, "What it called has failed, not been given up");
        assertEquals(
                "a:model-a did not begin to answer within 2000 ms",
                failed.failure().getMessage());
        a.call(0).push("too late");
        b.call(0).start("id-b").push("Hi").answer("Hi");
        assertEquals("Hi", bench.text(call));
        assertEquals(List.of("open", "started id-b", "Hi"), seen.log);
        assertEquals(0, bench.time.pending());
    }

    @Test
    void firstEventInTime_callsTheTimeoutOff() {
        var unused = stream(bench.failover().firstTokenTimeout(Duration.ofSeconds(2)));
        a.call(0).start("id-a");
        assertEquals(0, bench.time.pending());
        bench.time.advance(Duration.ofMinutes(1));
        assertEquals(0, b.count());
    }

    @Test
    void control_holdsTheStreamThatCounts() {
        var unused = stream();
        a.call(0).start("id-a").fail(Fails.overloaded());
        b.call(0).start("id-b").push("Hi");
        seen.control().pause();
        assertTrue(b.call(0).isHeld());
        assertTrue(!a.call(0).isHeld());
        seen.control().resume();
        assertTrue(!b.call(0).isHeld());
    }

    @Test
    void sinkThatThrows_endsTheCallWithItsException() {
        IllegalStateException own = new IllegalStateException("own");
        CompletableFuture<ModelResponse> call =
                bench.stream(bench.failover().fallback(Bench.at(b)), bench.a.then(Answers.text("hi")), e -> {
                    throw own;
                });
        assertSame(own, bench.failure(call));
        assertEquals(0, b.count());
    }

    @Test
    void cancel_endsTheStreamAndItsEvents() {
        CompletableFuture<ModelResponse> call = stream();
        a.call(0).start("id-a").push("Hel");
        assertTrue(call.cancel(true));
        a.call(0).push("lo");
        assertTrue(a.call(0).isCancelled());
        assertEquals(List.of("open", "started id-a", "Hel"), seen.log);
        assertEquals(0, b.count());
    }

    /** What a caller sees of a stream. */
    static final class Seen implements EventSink {
        final List<String> log = new ArrayList<>();
        private final List<StreamControl> controls = new ArrayList<>();

        StreamControl control() {
            return controls.get(0);
        }

        @Override
        public void onOpen(StreamControl control) {
            controls.add(control);
            log.add("open");
        }

        @Override
        public void onEvent(ModelEvent event) {
            if (event instanceof ModelEvent.Started started) {
                log.add("started " + started.id());
            } else if (event instanceof ModelEvent.TextDelta delta) {
                log.add(delta.text());
            }
        }
    }
}

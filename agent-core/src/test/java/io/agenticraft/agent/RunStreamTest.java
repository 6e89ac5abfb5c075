package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunStreamTest {
    private static Probe subscribe(Agent agent, Probe probe) {
        agent.stream("hi").subscribe(probe);
        return probe;
    }

    @Test
    void wholeRun_isToldInOrder() {
        ScriptedProvider provider = ScriptedProvider.answering(
                Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")), Answers.text("It is sunny"));
        Probe probe = subscribe(Agents.on(provider).tool(Agents.weather()).build(), Probe.greedy());
        probe.awaitEnd();
        assertTrue(probe.completed);
        assertEquals(List.of(), probe.breaches);
        assertEquals("It is sunny", probe.text());
        assertEquals(
                List.of(
                        "Delta",
                        "Delta",
                        "Answered",
                        "ToolStarted",
                        "ToolFinished",
                        "Delta",
                        "Delta",
                        "Delta",
                        "Delta",
                        "Answered",
                        "Finished"),
                probe.events.stream()
                        .map(event -> event.getClass().getSimpleName())
                        .toList());
        RunEvent.Finished finished = (RunEvent.Finished) probe.events.get(10);
        assertEquals("It is sunny", finished.result().text());
        assertEquals(2, ((RunEvent.Delta) probe.events.get(5)).turn());
    }

    @Test
    void timeToFirstToken_isThatOfTheFirstPiece() {
        AtomicLong clock = new AtomicLong();
        HeldStream stream = new HeldStream();
        Probe probe = subscribe(Agents.on(stream).nanoClock(clock::get).build(), Probe.greedy());
        clock.set(7);
        stream.push("a");
        clock.set(9);
        stream.push("b");
        stream.finish();
        probe.awaitEnd();
        RunResult result = ((RunEvent.Finished) probe.events.get(probe.events.size() - 1)).result();
        assertEquals(Duration.ofNanos(7), result.timeToFirstToken());
        assertEquals(Duration.ofNanos(9), result.duration());
    }

    @Test
    void nothingIsSent_beforeTheFirstDemand() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"));
        Probe probe = subscribe(Agents.on(provider).build(), new Probe(0));
        assertEquals(0, provider.requests().size());
        probe.subscription().request(Long.MAX_VALUE);
        probe.awaitEnd();
        assertEquals(1, provider.requests().size());
        assertEquals("a", probe.text());
    }

    @Test
    void eachSubscriber_getsARunOfItsOwn() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"), Answers.text("b"));
        Flow.Publisher<RunEvent> publisher = Agents.on(provider).build().stream("hi");
        Probe first = Probe.greedy();
        Probe second = Probe.greedy();
        publisher.subscribe(first);
        publisher.subscribe(second);
        first.awaitEnd();
        second.awaitEnd();
        assertEquals("ab", first.text() + second.text());
    }

    @Test
    void subscriberWithoutDemand_holdsTheStream() {
        HeldStream stream = new HeldStream();
        Probe probe = subscribe(Agents.on(stream).build(), new Probe(2));
        assertFalse(stream.isHeld());
        stream.push("a");
        assertFalse(stream.isHeld());
        stream.push("b");
        assertTrue(stream.isHeld());
        stream.push("already parsed ");
        Check.eventually("two events", () -> probe.events.size() == 2);
        assertEquals("ab", probe.text());

        probe.subscription().request(1);
        Check.eventually("three events", () -> probe.events.size() == 3);
        assertTrue(stream.isHeld());
        probe.subscription().request(1);
        assertFalse(stream.isHeld());

        stream.push("c");
        stream.finish();
        probe.subscription().request(10);
        probe.awaitEnd();
        assertEquals("abalready parsed c", probe.text());
        assertEquals(List.of(), probe.breaches);
    }

    @Test
    void providerThatIgnoresTheHold_failsTheRunAtTheBound() {
        HeldStream stream = new HeldStream();
        Probe probe = subscribe(Agents.on(stream).build(), new Probe(1));
        for (int i = 0; i <= RunSubscription.MAX_BUFFERED + 1; i++) {
            stream.push("x");
        }
        assertTrue(stream.whole.isCancelled());
        probe.subscription().request(Long.MAX_VALUE);
        probe.awaitEnd();
        Check.contains("although its stream is held", String.valueOf(probe.failure));
    }

    @Test
    void cancelledSubscription_abortsTheExchangeAndEndsSignals() {
        HeldStream stream = new HeldStream();
        Probe probe = subscribe(Agents.on(stream).build(), Probe.greedy());
        stream.push("a");
        Check.eventually("one event", () -> probe.events.size() == 1);
        probe.subscription().cancel();
        assertTrue(stream.whole.isCancelled());
        stream.push("late");
        probe.subscription().request(1);
        probe.subscription().cancel();
        assertEquals(1, probe.events.size());
        assertFalse(probe.ended());
    }

    @Test
    void subscriptionCancelledAtOnce_sendsNothing() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"));
        Probe probe = subscribe(Agents.on(provider).build(), new Probe(0));
        probe.subscription().cancel();
        probe.subscription().request(5);
        assertEquals(0, provider.requests().size());
        assertFalse(probe.ended());
    }

    @Test
    void nonPositiveRequest_failsTheSubscriberAndAbortsTheRun() {
        for (long n : new long[] {0, -1, Long.MIN_VALUE}) {
            HeldStream stream = new HeldStream();
            Probe probe = subscribe(Agents.on(stream).build(), new Probe(5));
            probe.subscription().request(n);
            probe.awaitEnd();
            assertSame(IllegalArgumentException.class, assertFailure(probe).getClass());
            assertTrue(stream.whole.isCancelled());
            assertEquals(List.of(), probe.breaches);
        }
    }

    @Test
    void nonPositiveFirstRequest_sendsNothing() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"));
        Probe probe = subscribe(Agents.on(provider).build(), new Probe(-1));
        probe.subscription().request(5);
        probe.awaitEnd();
        assertSame(IllegalArgumentException.class, assertFailure(probe).getClass());
        assertEquals(0, provider.requests().size());
    }

    @Test
    void demandBeyondAllNumbers_isUnbounded() {
        HeldStream stream = new HeldStream();
        Probe probe = subscribe(Agents.on(stream).build(), new Probe(Long.MAX_VALUE));
        probe.subscription().request(Long.MAX_VALUE);
        stream.push("a");
        assertFalse(stream.isHeld());
        stream.finish();
        probe.awaitEnd();
        assertTrue(probe.completed);
    }

    @Test
    void failureOfTheRun_comesRawAfterWhatHadArrived() {
        RuntimeException failure = Answers.rateLimited();
        HeldStream stream = new HeldStream();
        Probe probe = subscribe(Agents.on(stream).build(), new Probe(1));
        stream.push("a");
        stream.push("b");
        stream.whole.completeExceptionally(failure);
        Check.eventually("one event", () -> probe.events.size() == 1);
        assertFalse(probe.ended());
        probe.subscription().request(1);
        probe.awaitEnd();
        assertSame(failure, assertFailure(probe));
        assertEquals("ab", probe.text());
    }

    @Test
    void subscriberThatThrows_isDroppedAndTheRunAborted() {
        HeldStream stream = new HeldStream();
        Probe probe = new Probe(Long.MAX_VALUE) {
            @Override
            public void onNext(RunEvent event) {
                super.onNext(event);
                throw new IllegalStateException("subscriber");
            }
        };
        subscribe(Agents.on(stream).build(), probe);
        stream.push("a");
        Check.eventually("the call is cancelled", stream.whole::isCancelled);
        stream.push("b");
        assertEquals(1, probe.events.size());
        assertFalse(probe.ended());
    }

    @Test
    void subscriberThatThrowsAtTheStart_sendsNothing() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"));
        Probe probe = new Probe(0) {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                super.onSubscribe(given);
                throw new IllegalStateException("subscriber");
            }
        };
        subscribe(Agents.on(provider).build(), probe);
        probe.subscription().request(1);
        assertEquals(0, provider.requests().size());
    }

    @Test
    void requestFromWithinASignal_doesNotRecurse() {
        String words = "word ".repeat(10_000).trim();
        Probe probe = new Probe(1) {
            @Override
            public void onNext(RunEvent event) {
                super.onNext(event);
                subscription().request(1);
            }
        };
        HeldStream stream = new HeldStream();
        subscribe(Agents.on(stream).build(), probe);
        for (String word : words.split("(?<= )", -1)) {
            stream.push(word);
        }
        stream.finish();
        probe.awaitEnd();
        assertEquals(words, probe.text());
        assertEquals(List.of(), probe.breaches);
    }

    @Test
    void signals_comeOnTheExecutor() {
        Thread[] worker = new Thread[1];
        Probe probe = new Probe(Long.MAX_VALUE) {
            @Override
            public void onNext(RunEvent event) {
                worker[0] = Thread.currentThread();
                super.onNext(event);
            }
        };
        HeldStream stream = new HeldStream();
        Agent agent = Agents.on(stream)
                .executor(task -> new Thread(task, "mine").start())
                .build();
        subscribe(agent, probe);
        stream.push("a");
        Check.eventually("one event", () -> probe.events.size() == 1);
        assertEquals("mine", worker[0].getName());
        probe.subscription().cancel();
    }

    @Test
    void nullSubscriber_isRefused() {
        Flow.Publisher<RunEvent> publisher = Agents.on(new ScriptedProvider("fake")).build().stream("hi");
        assertThrows(NullPointerException.class, () -> publisher.subscribe(nothing()));
    }

    @Test
    void otherPieces_areToldToo() {
        ScriptedProvider provider =
                ScriptedProvider.answering(Answers.calls(Answers.call("c1", "weather", "{}")), Answers.text("sorry"));
        Probe probe = subscribe(Agents.on(provider).tool(Agents.weather()).build(), Probe.greedy());
        probe.awaitEnd();
        RunEvent.Delta call = (RunEvent.Delta) probe.events.get(1);
        assertEquals(new ModelEvent.ToolCallDelta(0, "c1", "weather", "{}"), call.event());
        RunEvent.ToolFinished finished = (RunEvent.ToolFinished) probe.events.get(4);
        assertTrue(finished.result().error());
    }

    private static Throwable assertFailure(Probe probe) {
        assertNotNull(probe.failure);
        return Objects.requireNonNull(probe.failure);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}

package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Streams that are joined, held and replayed. */
class StreamedFlightTest {
    private static final ModelRequest REQUEST = Requests.exact("hi");

    private final ManualProvider wire = new ManualProvider();
    private final ResponseCache cache = ResponseCache.builder().build();
    private final ModelProvider cached = cache.around(wire);

    private CompletableFuture<ModelResponse> stream(Listener listener) {
        return cached.stream(REQUEST, listener);
    }

    @Test
    void follower_hasWhatWasSaid_andThenWhatIsBeingSaid() {
        Listener leader = new Listener();
        CompletableFuture<ModelResponse> first = stream(leader);
        wire.call(0).say("one ");
        assertEquals("one ", leader.text(), "events are not held back");
        Listener follower = new Listener();
        CompletableFuture<ModelResponse> second = stream(follower);
        assertEquals("one ", follower.text());
        wire.call(0).say("two");
        assertEquals("one two", follower.text());
        CompletableFuture<ModelResponse> whole = cached.complete(REQUEST);
        wire.call(0).complete(Answers.text("one two"));
        assertEquals(Answers.text("one two"), first.join());
        assertEquals("joined", second.join().details().get(ResponseCache.DETAIL));
        assertEquals("one two", whole.join().text());
        assertEquals(2, follower.events().size());
        assertEquals(1, wire.calls().size());
    }

    /** Between the moment when a call's place is taken and the moment when its first caller waits there. */
    @Test
    void guestWhoLeavesBeforeTheFirstCallerCameIn_doesNotStrandIt() {
        CompletableFuture<ModelResponse> first = cached.stream(REQUEST, new EventSink() {
            @Override
            public void onOpen(StreamControl control) {
                assertTrue(cached.complete(REQUEST).cancel(true));
            }

            @Override
            public void onEvent(ModelEvent event) {}
        });
        assertEquals(1, wire.calls().size());
        wire.call(0).complete(Answers.text("here"));
        assertEquals("here", first.join().text());
    }

    @Test
    void followerOfACallThatIsNotStreamed_hasEventsAtItsEnd() {
        CompletableFuture<ModelResponse> leader = cached.complete(REQUEST);
        Listener follower = new Listener();
        CompletableFuture<ModelResponse> joined = stream(follower);
        assertFalse(wire.call(0).isStreamed());
        wire.call(0).complete(Answers.text("one two"));
        assertEquals("one two", joined.join().text());
        assertEquals("one two", follower.text());
        assertTrue(leader.isDone());
    }

    @Test
    void heldFollower_doesNotHoldTheLeader() {
        Listener leader = new Listener();
        CompletableFuture<ModelResponse> first = stream(leader);
        Listener slow = new Listener(1);
        CompletableFuture<ModelResponse> second = stream(slow);
        wire.call(0).say("a", "b", "c");
        assertFalse(wire.call(0).isHeld());
        assertEquals("abc", leader.text());
        assertEquals("a", slow.text());
        wire.call(0).complete(Answers.text("abc"));
        assertEquals("abc", first.join().text());
        assertFalse(second.isDone(), "events come before the end");
        slow.control().resume();
        assertEquals("abc", second.join().text());
        assertEquals("abc", slow.text());
    }

    @Test
    void loneLeaderWhoIsHeld_holdsTheWire() {
        Listener leader = new Listener(1);
        CompletableFuture<ModelResponse> answer = stream(leader);
        wire.call(0).say("a");
        assertTrue(wire.call(0).isHeld());
        wire.call(0).say("b");
        assertEquals("a", leader.text());
        leader.control().resume();
        assertFalse(wire.call(0).isHeld());
        Check.eventually("what had arrived is delivered", () -> leader.text().equals("ab"));
        wire.call(0).complete(Answers.text("ab"));
        assertEquals("ab", answer.join().text());
    }

    @Test
    void wire_isHeldWhileAllAreHeld() {
        Listener one = new Listener(1);
        CompletableFuture<ModelResponse> first = stream(one);
        Listener two = new Listener(2);
        CompletableFuture<ModelResponse> second = stream(two);
        wire.call(0).say("a");
        assertFalse(wire.call(0).isHeld(), "one goes on");
        wire.call(0).say("b");
        assertTrue(wire.call(0).isHeld(), "nobody does");
        CompletableFuture<ModelResponse> whole = cached.complete(REQUEST);
        assertFalse(wire.call(0).isHeld(), "somebody waits for the whole");
        whole.cancel(true);
        assertTrue(wire.call(0).isHeld());
        first.cancel(true);
        two.control().resume();
        assertFalse(wire.call(0).isHeld() || second.isDone());
    }

    @Test
    void leaderWhoStartsHeld_getsNothingUntilResumed() {
        Listener leader = new Listener(0);
        CompletableFuture<ModelResponse> answer = stream(leader);
        assertTrue(wire.call(0).isHeld());
        wire.call(0).say("a");
        assertEquals("", leader.text());
        leader.control().resume();
        wire.call(0).complete(Answers.text("a"));
        assertEquals("a", answer.join().text());
        assertEquals("a", leader.text());
    }

    @Test
    void replay_isHeldToo() {
        CompletableFuture<ModelResponse> paid = stream(new Listener());
        String text = "x".repeat(3 * Replay.CHARS_OF_A_PIECE);
        wire.call(0).complete(Answers.text(text));
        Listener slow = new Listener(2);
        CompletableFuture<ModelResponse> known = stream(slow);
        assertEquals(2, slow.events().size());
        assertFalse(known.isDone());
        slow.control().resume();
        assertEquals(text, known.join().text());
        assertEquals(text, slow.text());
        assertEquals(4, slow.events().size());
        assertEquals(text, paid.join().text());
    }

    @Test
    void failure_comesAfterTheEventsBeforeIt() {
        Listener slow = new Listener(1);
        CompletableFuture<ModelResponse> answer = stream(slow);
        wire.call(0).say("a", "b");
        RuntimeException failure = Answers.rateLimited();
        wire.call(0).completeExceptionally(failure);
        assertFalse(answer.isDone());
        slow.control().resume();
        assertSame(failure, Check.cause(assertThrows(CompletionException.class, answer::join)));
        assertEquals("ab", slow.text());
    }

    @Test
    void sinkThatThrows_harmsItsOwnCallOnly() {
        IllegalStateException own = new IllegalStateException("mine");
        CompletableFuture<ModelResponse> broken = cached.stream(REQUEST, event -> {
            throw own;
        });
        Listener follower = new Listener();
        CompletableFuture<ModelResponse> joined = stream(follower);
        wire.call(0).say("a");
        assertSame(own, Check.cause(assertThrows(CompletionException.class, broken::join)));
        assertFalse(wire.call(0).isCancelled());
        wire.call(0).complete(Answers.text("a"));
        assertEquals("a", joined.join().text());
        assertEquals("a", follower.text());
    }

    @Test
    void cancelledLeader_leavesItsStreamToTheFollowers() {
        Listener leader = new Listener();
        CompletableFuture<ModelResponse> first = stream(leader);
        Listener follower = new Listener();
        CompletableFuture<ModelResponse> second = stream(follower);
        wire.call(0).say("a");
        first.cancel(true);
        wire.call(0).say("b");
        assertEquals("a", leader.text(), "nothing after the end");
        wire.call(0).complete(Answers.text("ab"));
        assertEquals("ab", second.join().text());
        assertEquals("ab", follower.text());
    }

    @Test
    void symbols_areNotCutInReplays() {
        String text = "x".repeat(Replay.CHARS_OF_A_PIECE - 1) + "\uD83D\uDE00 and more";
        CompletableFuture<ModelResponse> paid = stream(new Listener());
        wire.call(0).complete(Answers.text(text));
        assertEquals(text, paid.join().text());
        Listener replayed = new Listener();
        stream(replayed).join();
        assertEquals(text, replayed.text());
        assertEquals(3, replayed.events().size());
    }
}

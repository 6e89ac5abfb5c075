package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MeasuredCallTest {
    private static final ModelRequest REQUEST =
            ModelRequest.builder("gpt-4o").messages(Message.user("hi")).build();

    private final ManualClock clock = new ManualClock();
    private final CallStats stats = CallStats.builder().nanoClock(clock).build();
    private final ScriptedProvider wire = new ScriptedProvider("openai");
    private final ModelProvider measured = stats.around(wire);

    private SeriesStats series(String agent) {
        SeriesStats found = stats.snapshot().series("openai", "gpt-4o", agent);
        assertNotNull(found, stats.summary());
        return found;
    }

    @Test
    void complete_isMeasuredForTheScopesAgent() {
        CompletableFuture<ModelResponse> answer = new CompletableFuture<>();
        wire.then(request -> answer);
        CallScope scope = CallScope.builder().agent("clerk").build();
        CompletableFuture<ModelResponse> call = scope.bind(measured).complete(REQUEST);
        clock.passMillis(250);
        answer.complete(Answers.text("hello"));

        assertEquals("hello", call.join().text());
        SeriesStats clerk = series("clerk");
        assertEquals(1, clerk.succeeded());
        assertEquals(250, clerk.latency().p50(), 2.5);
        assertEquals(10, clerk.inputTokens());
        assertEquals(5, clerk.outputTokens());
        assertEquals(20, clerk.tokensPerSecond().p50(), 0.2);
        assertEquals((10 * 2.5 + 5 * 10) / 1e6, clerk.cost(), 1e-12);
        assertEquals(0, stats.mishaps());
    }

    /** A mistake of the seed: without a stream the latency was called the first token's. */
    @Test
    void complete_hasNoFirstToken() {
        wire.then(Answers.text("hello"));
        measured.complete(REQUEST).join();

        assertEquals(1, series("").latency().count());
        assertEquals(0, series("").firstToken().count());
        assertTrue(Double.isNaN(series("").firstToken().p50()));
    }

    @Test
    void firstToken_isTheFirstContentAndNotTheLatency() {
        List<ModelEvent> seen = new ArrayList<>();
        ModelProvider slow = stats.around(new EventsProvider(sink -> {
            clock.passMillis(50);
            sink.onEvent(new ModelEvent.Started("id", "gpt-4o"));
            sink.onEvent(new ModelEvent.TextDelta(""));
            clock.passMillis(50);
            sink.onEvent(new ModelEvent.ReasoningDelta("hm"));
            clock.passMillis(20);
            sink.onEvent(new ModelEvent.TextDelta("hel"));
            clock.passMillis(40);
            sink.onEvent(new ModelEvent.TextDelta("lo"));
            clock.passMillis(140);
        }));
        assertEquals("hello", slow.stream(REQUEST, seen::add).join().text());

        SeriesStats series = series("");
        assertEquals(5, seen.size());
        assertEquals(100, series.firstToken().p50(), 1);
        assertEquals(300, series.latency().p50(), 3);
        assertEquals(2, series.interChunk().count());
        assertEquals(20, series.interChunk().p50(), 0.2);
        assertEquals(40, series.interChunk().max(), 0.4);
    }

    @Test
    void toolCallsAndRefusals_areContentToo() {
        ModelProvider provider = stats.around(new EventsProvider(sink -> {
            clock.passMillis(10);
            sink.onEvent(new ModelEvent.RefusalDelta(""));
            sink.onEvent(new ModelEvent.RefusalDelta("no"));
            clock.passMillis(10);
            sink.onEvent(new ModelEvent.ToolCallDelta(0, "1", "t", ""));
        }));
        provider.stream(REQUEST, event -> {}).join();

        assertEquals(10, series("").firstToken().p50(), 0.1);
        assertEquals(1, series("").interChunk().count());
    }

    @Test
    void failure_isCountedByType_andReachesTheCallerAsItIs() {
        RuntimeException failure = Answers.rateLimited();
        wire.thenFail(failure);
        ExecutionException thrown = assertThrows(
                ExecutionException.class, () -> measured.complete(REQUEST).get());

        assertSame(failure, thrown.getCause());
        assertEquals(Map.of("rate_limit", 1L), series("").errors());
        assertEquals(0, series("").successRate());
        assertEquals(0, series("").latency().count());
    }

    @Test
    void failureWrappedByAStage_isUnwrapped() {
        wire.then(request -> CompletableFuture.<ModelResponse>failedFuture(Answers.rateLimited())
                .thenApply(response -> response));
        assertThrows(ExecutionException.class, () -> measured.complete(REQUEST).get());

        assertEquals(Map.of("rate_limit", 1L), series("").errors());
    }

    @Test
    void providerThatThrows_isCounted() {
        wire.then(request -> {
            throw new IllegalStateException("broken");
        });
        assertThrows(IllegalStateException.class, () -> measured.complete(REQUEST));

        assertEquals(Map.of("other", 1L), series("").errors());
    }

    @Test
    void cancel_reachesTheWire_andIsCountedApart() {
        wire.thenHang().thenHang();
        CompletableFuture<ModelResponse> whole = measured.complete(REQUEST);
        CompletableFuture<ModelResponse> stream = measured.stream(REQUEST, event -> {});
        assertTrue(whole.cancel(true));
        assertTrue(stream.cancel(true));

        assertTrue(whole.isCancelled());
        assertTrue(wire.calls().stream().allMatch(CompletableFuture::isCancelled));
        assertEquals(2, series("").cancelled());
        assertEquals(0, series("").failed());
    }

    @Test
    void call_isCountedBeforeItsCallerHasTheAnswer() {
        CompletableFuture<ModelResponse> answer = new CompletableFuture<>();
        wire.then(request -> answer);
        CompletableFuture<Long> seen =
                measured.complete(REQUEST).thenApply(response -> series("").succeeded());
        answer.complete(Answers.text("hello"));

        assertEquals(1, seen.join());
    }

    @Test
    void measuringThatFails_harmsNoCall() {
        AtomicBoolean broken = new AtomicBoolean();
        CallStats fragile = CallStats.builder()
                .nanoClock(() -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no time");
                    }
                    return 0;
                })
                .build();
        wire.then(Answers.text("one two")).then(Answers.text("three four"));
        broken.set(true);
        List<ModelEvent> seen = new ArrayList<>();
        ModelProvider provider = fragile.around(wire);

        assertEquals("one two", provider.complete(REQUEST).join().text());
        assertEquals("three four", provider.stream(REQUEST, seen::add).join().text());
        assertEquals(3, seen.size());
        assertTrue(fragile.mishaps() >= 2, "mishaps " + fragile.mishaps());
    }

    /** What a listener throws, errors included, is told to nobody else. */
    @Test
    void listenerThatThrows_harmsNeitherTheCallNorOtherListeners() {
        List<String> heard = new ArrayList<>();
        CallStats told = CallStats.builder()
                .listener(new Listener(() -> {
                    throw new AssertionError("a listener's own");
                }))
                .listener(new Listener(() -> {
                    throw new IllegalStateException("another's own");
                }))
                .listener(new Listener(() -> heard.add("heard")))
                .build();
        wire.then(Answers.text("hello")).thenFail(Answers.rateLimited());
        ModelProvider provider = told.around(wire);

        assertEquals("hello", provider.complete(REQUEST).join().text());
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> provider.complete(REQUEST).get());
        assertInstanceOf(RateLimitException.class, failure.getCause());
        assertEquals(List.of("heard", "heard"), heard);
        assertEquals(4, told.mishaps());
    }

    private record Listener(Runnable action) implements CallListener {
        @Override
        public void succeeded(String provider, String model, long latencyNanos, long firstTokenNanos, Usage usage) {
            action.run();
        }

        @Override
        public void failed(String provider, String model, Throwable failure) {
            action.run();
        }
    }

    @Test
    void provider_keepsNameEndpointAndClose() {
        measured.close();

        assertEquals("openai", measured.name());
        assertTrue(wire.isClosed());
    }

    /** Streams what it is told and answers with {@code hello}. */
    private record EventsProvider(Consumer<EventSink> events) implements ModelProvider {
        @Override
        public String name() {
            return "openai";
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return CompletableFuture.completedFuture(Answers.text("hello"));
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            events.accept(sink);
            return complete(request);
        }
    }
}

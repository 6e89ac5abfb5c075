package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.anthropic.Anthropic;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.provider.ServerException;
import io.agenticraft.registry.Binding;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What routers decide reaches the sockets. */
class RouterOverTheWireTest {
    private static final String BEGIN =
            "data: {\"id\":\"c1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";
    private static final String OPENAI =
            "{\"id\":\"c1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},"
                    + "\"finish_reason\":\"stop\"}]}";
    private static final String ANTHROPIC = """
            event: message_start
            data: {"type":"message_start","message":{"id":"c2","model":"m2","usage":{"input_tokens":3}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"from Anthropic"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private final WireServer openai = WireServer.start();
    private final WireServer anthropic = WireServer.start();
    private final Binding primary = new Binding(new OpenAi().create(Calls.spec("openai", openai.url(""))), "gpt");
    private final Binding other =
            new Binding(new Anthropic().create(Calls.spec("anthropic", anthropic.url(""))), "claude");
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final Calls.Recorder recorder = new Calls.Recorder();
    private final CountDownLatch gone = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        primary.provider().close();
        other.provider().close();
        openai.close();
        anthropic.close();
    }

    private ModelProvider run(Failover failover) {
        return CallScope.builder().observer(events::add).build().bind(Router.of(primary, failover));
    }

    /** Sends some and then nothing, and notes when the client has closed the connection. */
    private WireServer.Reply stalled(String some) {
        return (socket, request) -> {
            if (!some.isEmpty()) {
                Replies.head(socket, 200, Map.of("content-type", Replies.EVENTS), "transfer-encoding: chunked");
                Replies.chunk(socket, some.getBytes(StandardCharsets.UTF_8));
            }
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        };
    }

    private void assertGone() throws InterruptedException {
        assertTrue(gone.await(10, TimeUnit.SECONDS), "the connection is still open");
    }

    @Test
    void loserOfAHedge_isCancelledOnTheWire() throws Exception {
        Failover failover = Failover.builder()
                .hedging(
                        Hedging.defaults().withMinimumSamples(1).withMaxShare(1).withFloor(Duration.ofMillis(20)))
                .build();
        openai.reply(Replies.json(OPENAI.formatted("usual")));
        Calls.await(run(failover).complete(Bench.HELLO));
        openai.reply(stalled("")).reply(Replies.json(OPENAI.formatted("second")));
        assertEquals("second", Calls.await(run(failover).complete(Bench.HELLO)).text());
        assertGone();
        assertInstanceOf(CallEvent.HedgeStarted.class, events.get(0));
        assertInstanceOf(CallEvent.HedgeEnded.class, events.get(1));
    }

    @Test
    void firstTokenThatDoesNotCome_closesTheConnectionAndGoesToTheNextProvider() throws Exception {
        Failover failover = Failover.builder()
                .fallback(other)
                .firstTokenTimeout(Duration.ofMillis(100))
                .build();
        openai.reply(stalled(""));
        anthropic.reply(Replies.chunked(Replies.EVENTS, ANTHROPIC));
        assertEquals(
                "from Anthropic",
                Calls.await(run(failover).stream(Bench.HELLO, recorder)).text());
        assertEquals("from Anthropic", recorder.text());
        assertGone();
        assertTrue(anthropic.last().body().contains("\"model\":\"claude\""));
    }

    @Test
    void streamCutBeforeItsFirstContent_goesOnAtTheNextProvider() throws Exception {
        openai.always(Replies.cut(Replies.EVENTS, BEGIN));
        anthropic.reply(Replies.chunked(Replies.EVENTS, ANTHROPIC));
        Failover failover =
                Failover.builder().retriesPerTarget(0).fallback(other).build();
        Calls.await(run(failover).stream(Bench.HELLO, recorder));
        assertEquals(
                List.of(new ModelEvent.Started("c2", "m2"), new ModelEvent.TextDelta("from Anthropic")),
                recorder.events);
    }

    @Test
    void cancel_reachesTheSocketAndEndsAllAttempts() throws Exception {
        openai.reply(stalled(BEGIN));
        CompletableFuture<ModelResponse> call = run(Failover.to(other)).stream(Bench.HELLO, recorder);
        Calls.until(() -> !openai.received().isEmpty());
        assertTrue(call.cancel(true));
        assertGone();
        assertEquals(0, anthropic.received().size());
    }

    @Test
    void outsideTimeout_reachesTheSocketToo() throws Exception {
        openai.reply(stalled(BEGIN));
        CompletableFuture<ModelResponse> call = run(Failover.to(other)).stream(Bench.HELLO, recorder);
        Calls.until(() -> !openai.received().isEmpty());
        var unused = call.orTimeout(1, TimeUnit.MILLISECONDS);
        assertGone();
        Calls.until(call::isCompletedExceptionally); // the socket goes first
        assertEquals(0, anthropic.received().size());
    }

    @Test
    void shouldRetryThatSaysNeither_saysNothing() throws Exception {
        openai.reply(Replies.response(
                        500,
                        Map.of("content-type", Replies.JSON, "x-should-retry", "perhaps", "retry-after", "0"),
                        "{}"))
                .reply(Replies.response(500, Map.of("content-type", Replies.JSON, "x-should-retry", "False"), "{}"));
        ServerException failure = Calls.failure(
                ServerException.class, run(Failover.builder().build()).complete(Bench.HELLO));
        assertEquals(2, openai.received().size());
        assertTrue(!failure.retryable());
    }

    @Test
    void shouldRetryAndRetryAfter_areHonouredAsTheyCome() throws Exception {
        String body = "{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}";
        openai.reply(Replies.response(
                        429,
                        Map.of("content-type", Replies.JSON, "x-should-retry", "true", "retry-after-ms", "30"),
                        body))
                .reply(Replies.response(429, Map.of("content-type", Replies.JSON, "x-should-retry", "false"), body));
        RateLimitException failure = Calls.failure(
                RateLimitException.class, run(Failover.builder().build()).complete(Bench.HELLO));
        assertEquals(2, openai.received().size());
        CallEvent.RetryScheduled retry = (CallEvent.RetryScheduled) events.get(1);
        assertTrue(retry.delay().toMillis() >= 30, retry::toString);
        assertTrue(!failure.retryable());
    }
}

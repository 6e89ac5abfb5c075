package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelling aborts the exchange, and a held stream holds the socket. */
class ExchangeControlTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    private static final Speech SPEECH = Speech.OPENAI;

    private final WireServer server = WireServer.start();
    private final ModelProvider provider = new OpenAi().create(Calls.spec("openai", server.url("")));
    private final Calls.Recorder recorder = new Calls.Recorder();

    @AfterEach
    void stop() throws Exception {
        provider.close();
        server.close();
    }

    /** Streams until the client has gone, counting what could be written. */
    private static WireServer.Reply endless(AtomicInteger written, CountDownLatch gone) {
        byte[] piece = SPEECH.text("x".repeat(1000)).getBytes(StandardCharsets.UTF_8);
        return (socket, request) -> {
            try {
                Replies.head(socket, 200, Map.of("content-type", SPEECH.contentType), "transfer-encoding: chunked");
                Replies.chunk(socket, SPEECH.begin.getBytes(StandardCharsets.UTF_8));
                while (true) {
                    Replies.chunk(socket, piece);
                    written.addAndGet(piece.length);
                }
            } catch (IOException e) {
                gone.countDown();
                throw e;
            }
        };
    }

    @Test
    void cancel_closesTheConnectionAndEndsTheEvents() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.reply(endless(new AtomicInteger(), gone));
        CompletableFuture<ModelResponse> call = provider.stream(HELLO, recorder);
        Calls.until(() -> recorder.events.size() > 10);

        assertTrue(call.cancel(true));

        assertTrue(gone.await(10, TimeUnit.SECONDS));
        int events = recorder.events.size();
        server.reply(Replies.chunked(SPEECH.contentType, SPEECH.whole("next")));
        assertEquals(
                "next",
                Calls.await(provider.stream(HELLO, new Calls.Recorder())).text());
        assertEquals(events, recorder.events.size());
    }

    @Test
    void cancelBeforeTheAnswer_closesTheConnection() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.reply((socket, request) -> {
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        });
        CompletableFuture<ModelResponse> call = provider.complete(HELLO);
        Calls.until(() -> !server.received().isEmpty());

        call.cancel(false);

        assertTrue(gone.await(10, TimeUnit.SECONDS));
    }

    @Test
    void outsideTimeout_abortsTheExchangeToo() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.reply(endless(new AtomicInteger(), gone));

        CompletableFuture<ModelResponse> call = provider.stream(HELLO, recorder).orTimeout(50, TimeUnit.MILLISECONDS);

        assertTrue(gone.await(10, TimeUnit.SECONDS));
        assertTrue(call.isCompletedExceptionally());
    }

    @Test
    void sinkThatThrows_endsTheCallWithItsException() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.reply(endless(new AtomicInteger(), gone));
        IllegalStateException own = new IllegalStateException("own");

        CompletableFuture<ModelResponse> call = provider.stream(HELLO, event -> {
            throw own;
        });

        assertSame(own, Calls.failure(IllegalStateException.class, call));
        assertTrue(gone.await(10, TimeUnit.SECONDS));
    }

    @Test
    void pause_holdsTheSocket() throws Exception {
        AtomicInteger written = new AtomicInteger();
        CountDownLatch gone = new CountDownLatch(1);
        server.reply(endless(written, gone));
        CompletableFuture<ModelResponse> call = provider.stream(HELLO, recorder);
        Calls.until(() -> recorder.events.size() > 10);
        StreamControl control = recorder.control;
        assertNotNull(control);

        control.pause();
        // All buffers between the two fill up, and then nothing moves: neither here nor at the server.
        AtomicInteger last = new AtomicInteger(-1);
        Calls.untilStill(() -> written.get() + recorder.events.size());
        int events = recorder.events.size();
        last.set(written.get());
        assertTrue(gone.getCount() > 0);

        control.resume();
        Calls.until(() -> recorder.events.size() > events + 100 && written.get() > last.get());
        call.cancel(true);
        assertTrue(gone.await(10, TimeUnit.SECONDS));
    }

    @Test
    void pauseAtTheOpening_letsNoEventThrough() throws Exception {
        server.reply(Replies.chunked(SPEECH.contentType, SPEECH.whole("Hello")));
        AtomicInteger events = new AtomicInteger();
        CompletableFuture<StreamControl> opened = new CompletableFuture<>();
        CompletableFuture<ModelResponse> call = provider.stream(HELLO, new EventSink() {
            @Override
            public void onOpen(StreamControl control) {
                control.pause();
                opened.complete(control);
            }

            @Override
            public void onEvent(ModelEvent event) {
                events.incrementAndGet();
            }
        });

        StreamControl control = opened.get(10, TimeUnit.SECONDS);
        Calls.untilStill(events::get);
        assertEquals(0, events.get());
        assertFalse(call.isDone());

        control.resume();
        assertEquals("Hello", Calls.await(call).text());
        assertTrue(events.get() > 1);
    }

    @Test
    void heldStream_isNotIdle() throws Exception {
        server.reply(Replies.chunked(SPEECH.contentType, SPEECH.begin, SPEECH.text("Hello"), SPEECH.end));
        try (ModelProvider impatient = new OpenAi()
                .create(Calls.spec(
                        "openai", server.url(""), Duration.ofMillis(200), Duration.ofSeconds(20), 1 << 20))) {
            CompletableFuture<StreamControl> opened = new CompletableFuture<>();
            CompletableFuture<ModelResponse> call = impatient.stream(HELLO, new EventSink() {
                @Override
                public void onOpen(StreamControl control) {
                    control.pause();
                    opened.complete(control);
                }

                @Override
                public void onEvent(ModelEvent event) {}
            });
            StreamControl control = opened.get(10, TimeUnit.SECONDS);
            long held = System.nanoTime() + Duration.ofMillis(600).toNanos();
            Calls.until(() -> System.nanoTime() > held);

            assertFalse(call.isDone());
            control.resume();
            assertEquals("Hello", Calls.await(call).text());
        }
    }

    @Test
    void connection_isUsedAgain() throws Exception {
        for (int i = 0; i < 5; i++) {
            server.reply(Replies.chunked(SPEECH.contentType, SPEECH.whole("a" + i)));
            assertEquals("a" + i, Calls.await(provider.stream(HELLO, recorder)).text());
        }

        assertEquals(1, server.connections());
    }

    @Test
    void pool_isSharedByTheProvidersOfAnOriginAndOutlivesTheFirst() throws Exception {
        ModelProvider second = new OpenAi().create(Calls.spec("openai", server.url("")));
        server.always(Replies.chunked(SPEECH.contentType, SPEECH.whole("a")));
        Calls.await(provider.stream(HELLO, recorder));
        provider.close();

        assertEquals("a", Calls.await(second.stream(HELLO, recorder)).text());
        assertEquals(1, server.connections());
        second.close();
    }
}

package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agenticraft.http.HttpPools;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that are held lose nothing and mix nothing up, whatever happens meanwhile. */
class HeldStreamTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private final WireServer server = WireServer.start();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private ModelProvider provider(Speech speech) {
        return speech.factory().create(Calls.spec(speech.factory().name(), server.url("")));
    }

    private static String numbered(Speech speech, StringBuilder said) {
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            pieces.append(speech.text(i + "-" + "x".repeat(50) + " "));
            said.append(i).append("-").append("x".repeat(50)).append(" ");
        }
        return pieces.toString();
    }

    /** As a subscriber on a direct executor does, who asks for the next event while handling one. */
    private static final class Stutterer implements EventSink {
        private final StringBuilder text = new StringBuilder();
        private @Nullable StreamControl control;

        @Override
        public void onOpen(StreamControl value) {
            control = value;
            value.pause();
            value.resume();
        }

        @Override
        public void onEvent(ModelEvent event) {
            if (event instanceof ModelEvent.TextDelta delta) {
                text.append(delta.text());
            }
            StreamControl own = Objects.requireNonNull(control);
            own.pause();
            own.resume();
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdAndReleaseInsideAnEvent_keepsTheOrder(Speech speech) throws Exception {
        StringBuilder said = new StringBuilder();
        String body = speech.begin + numbered(speech, said) + speech.end;
        server.reply(Replies.chunked(speech.contentType, body));
        Stutterer sink = new Stutterer();
        try (ModelProvider provider = provider(speech)) {
            ModelResponse response = Calls.await(provider.stream(HELLO, sink));

            assertEquals(said.toString(), response.text());
            assertEquals(said.toString(), sink.text.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionThatStaysOpenAfterTheLastPiece_isNotWaitedFor(Speech speech) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.reply(Replies.stalled(speech.contentType, speech.whole("Hello"), gate));
        try (ModelProvider provider = provider(speech)) {
            ModelResponse response = Calls.await(provider.stream(HELLO, new Calls.Recorder()));

            assertEquals("Hello", response.text());
            assertEquals(FinishReason.STOP, response.finishReason());
        } finally {
            gate.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionThatBreaksAfterTheLastPiece_losesNothing(Speech speech) throws Exception {
        server.reply(Replies.cut(speech.contentType, speech.whole("Hello")));
        try (ModelProvider provider = provider(speech)) {
            assertEquals(
                    "Hello",
                    Calls.await(provider.stream(HELLO, new Calls.Recorder())).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamThatBreaksWhileHeld_deliversWhatHadArrived(Speech speech) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        server.reply((socket, request) -> {
            Replies.head(socket, 200, Map.of("content-type", speech.contentType), "transfer-encoding: chunked");
            Replies.chunk(socket, speech.begin.getBytes(StandardCharsets.UTF_8));
            held.await();
            for (int i = 0; i < 3; i++) {
                Replies.chunk(socket, speech.text("late ").getBytes(StandardCharsets.UTF_8));
            }
            socket.close();
        });
        Calls.Recorder recorder = new Calls.Recorder();
        try (ModelProvider provider = provider(speech)) {
            CompletableFuture<ModelResponse> call = provider.stream(HELLO, recorder);
            Calls.until(() -> recorder.control != null);
            StreamControl control = Objects.requireNonNull(recorder.control);
            control.pause();
            held.countDown();
            Calls.until(() -> HttpPools.stats().stream()
                    .noneMatch(
                            pool -> pool.origin().endsWith(":" + server.url("").getPort()) && pool.open() > 0));

            assertFalse(call.isDone());
            control.resume();
            Calls.failure(InterruptedStreamException.class, call);
            assertEquals("late late late ", recorder.text());
        }
    }
}

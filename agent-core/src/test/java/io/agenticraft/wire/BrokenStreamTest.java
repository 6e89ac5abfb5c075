package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.provider.MalformedResponseException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.ResponseTooLargeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that go wrong fail with a type of their own, and keep what had arrived. */
class BrokenStreamTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private final WireServer server = WireServer.start();
    private final Calls.Recorder recorder = new Calls.Recorder();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private ModelProvider provider(Speech speech) {
        return speech.factory().create(Calls.spec(speech.factory().name(), server.url("")));
    }

    private <T extends ProviderException> T failure(Class<T> type, Speech speech) {
        try (ModelProvider provider = provider(speech)) {
            return Calls.failure(type, provider.stream(HELLO, recorder));
        }
    }

    private void assertKept(String text, ProviderException failure) {
        ModelResponse partial = failure.partial();
        assertNotNull(partial);
        assertEquals(text, partial.text());
        assertEquals("m1", partial.model());
        assertEquals(FinishReason.OTHER, partial.finishReason());
        assertEquals(text, recorder.text());
        assertEquals(200, failure.status());
    }

    @ParameterizedTest
    @EnumSource
    void wholeStream_isRead(Speech speech) throws Exception {
        server.reply(Replies.chunked(speech.contentType, speech.whole("Grüße")));
        try (ModelProvider provider = provider(speech)) {
            ModelResponse response = Calls.await(provider.stream(HELLO, recorder));

            assertEquals("Grüße", response.text());
            assertEquals(FinishReason.STOP, response.finishReason());
            assertEquals("Grüße", recorder.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void crlf_isReadToo(Speech speech) throws Exception {
        server.reply(Replies.chunked(speech.contentType, speech.whole("a").replace("\n", "\r\n")));
        try (ModelProvider provider = provider(speech)) {
            assertEquals("a", Calls.await(provider.stream(HELLO, recorder)).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingLastLineEnd_isNoHarm(Speech speech) throws Exception {
        server.reply(Replies.chunked(speech.contentType, speech.whole("a").stripTrailing()));
        try (ModelProvider provider = provider(speech)) {
            assertEquals("a", Calls.await(provider.stream(HELLO, recorder)).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void brokenConnection_isAnInterruptedStream(Speech speech) {
        server.reply(Replies.cut(speech.contentType, speech.begin + speech.text("Hel") + speech.half));

        InterruptedStreamException failure = failure(InterruptedStreamException.class, speech);

        assertKept("Hel", failure);
        assertTrue(failure.retryable());
    }

    @ParameterizedTest
    @EnumSource
    void earlyEnd_isAnInterruptedStream(Speech speech) {
        server.reply(Replies.chunked(speech.contentType, speech.begin + speech.text("Hel")));

        assertKept("Hel", failure(InterruptedStreamException.class, speech));
    }

    @ParameterizedTest
    @EnumSource
    void earlyEndInsideAPiece_isAnInterruptedStream(Speech speech) {
        server.reply(Replies.chunked(speech.contentType, speech.begin + speech.text("Hel") + speech.half));

        assertKept("Hel", failure(InterruptedStreamException.class, speech));
    }

    @ParameterizedTest
    @EnumSource
    void endOfConnectionWithoutLength_isAnInterruptedStream(Speech speech) {
        server.reply(Replies.raw("HTTP/1.1 200 OK\r\ncontent-type: " + speech.contentType
                + "\r\nconnection: close\r\n\r\n" + speech.begin + speech.text("Hel")));

        assertKept("Hel", failure(InterruptedStreamException.class, speech));
    }

    @ParameterizedTest
    @EnumSource
    void nothingAtAll_isAnInterruptedStream(Speech speech) {
        server.reply(Replies.chunked(speech.contentType));

        assertNull(failure(InterruptedStreamException.class, speech).partial());
    }

    @ParameterizedTest
    @EnumSource
    void malformedPiece_isAMalformedResponse(Speech speech) {
        String bad = (speech.half + " oops}").replaceAll("(?s)\\z", speech == Speech.OLLAMA ? "\n" : "\n\n");
        server.reply(Replies.chunked(speech.contentType, speech.begin + speech.text("Hel") + bad + speech.end));

        assertKept("Hel", failure(MalformedResponseException.class, speech));
    }

    @ParameterizedTest
    @EnumSource
    void errorAmidTheStream_isTypedByItsWords(Speech speech) {
        server.reply(
                Replies.chunked(speech.contentType, speech.begin + speech.text("Hel") + speech.error + speech.end));

        ProviderException failure = failure(ProviderException.class, speech);

        assertKept("Hel", failure);
        assertEquals(
                speech == Speech.OLLAMA ? "ServerException" : "OverloadedException",
                failure.getClass().getSimpleName());
        assertTrue(failure.retryable());
        assertTrue(failure.toString().contains("too busy"), failure.toString());
    }

    @ParameterizedTest
    @EnumSource
    void silence_isATimeout(Speech speech) {
        CountDownLatch gate = new CountDownLatch(1);
        server.reply(Replies.stalled(speech.contentType, speech.begin + speech.text("Hel"), gate));
        try (ModelProvider provider = speech.factory()
                .create(Calls.spec(
                        speech.factory().name(),
                        server.url(""),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(20),
                        1 << 20))) {
            ProviderTimeoutException failure =
                    Calls.failure(ProviderTimeoutException.class, provider.stream(HELLO, recorder));

            assertKept("Hel", failure);
            assertTrue(failure.toString().contains("300 ms"), failure.toString());
        } finally {
            gate.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tooManyBytes_areTooLarge(Speech speech) {
        server.reply(Replies.chunked(
                speech.contentType, speech.begin + speech.text("Hel"), speech.text("x".repeat(3000)), speech.end));
        try (ModelProvider provider = speech.factory()
                .create(Calls.spec(
                        speech.factory().name(),
                        server.url(""),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        2000))) {
            ResponseTooLargeException failure =
                    Calls.failure(ResponseTooLargeException.class, provider.stream(HELLO, recorder));

            ModelResponse partial = failure.partial();
            assertNotNull(partial);
            assertTrue(partial.text().startsWith("Hel"), partial.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void htmlInsteadOfAStream_isNeverAnAnswer(Speech speech) {
        server.reply(Replies.response(200, Map.of("content-type", "text/html"), "<html>Login</html>\n"));

        ProviderException failure = failure(ProviderException.class, speech);

        assertTrue(
                failure instanceof MalformedResponseException || failure instanceof InterruptedStreamException,
                failure.toString());
    }
}

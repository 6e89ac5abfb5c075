package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.agenticraft.otel.genai.GenAi;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamingTest extends WovenChat {
    @Test
    void streamReadToItsEnd_isOneSpanWithEverythingItSaid() throws Exception {
        server.events(Bodies.stream());
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(streamRequest())) {
            assertEquals(List.of("Sun", "ny", ""), texts(stream));
        }
        SpanData span = onlySpan();
        Attributes attributes = span.getAttributes();
        assertEquals("chat gpt-4o-mini", span.getName());
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertEquals(true, attributes.get(GenAi.REQUEST_STREAM));
        assertEquals("chatcmpl-2", attributes.get(GenAi.RESPONSE_ID));
        assertEquals("gpt-4o-mini-2024-07-18", attributes.get(GenAi.RESPONSE_MODEL));
        assertEquals(List.of("stop"), attributes.get(GenAi.RESPONSE_FINISH_REASONS));
        assertEquals(11L, attributes.get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(2L, attributes.get(GenAi.USAGE_OUTPUT_TOKENS));
        assertEquals("fp_2", attributes.get(GenAi.OPENAI_RESPONSE_SYSTEM_FINGERPRINT));
        assertEquals("default", attributes.get(GenAi.OPENAI_RESPONSE_SERVICE_TIER));
        assertNotNull(attributes.get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK));
        assertNull(attributes.get(GenAi.STREAM_END));
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker") // Closed at a moment of its own.
    void spanEndsWithTheLastPiece_notWithTheClosing() throws Exception {
        server.events(Bodies.stream());
        StreamResponse<ChatCompletionChunk> stream = client.chat().completions().createStreaming(streamRequest());
        assertEquals(List.of(), telemetry.spans());
        texts(stream);
        assertEquals(1, telemetry.spans().size());
        stream.close();
        assertEquals(1, telemetry.spans().size());
    }

    @Test
    void severalChoices_giveTheirFinishReasonsInOrder() throws Exception {
        server.events(
                Bodies.chunk("", "length").replace("\"index\":0", "\"index\":1"), Bodies.chunk("", "stop"), "[DONE]");
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(streamRequest())) {
            texts(stream);
        }
        assertEquals(List.of("stop", "length"), onlySpan().getAttributes().get(GenAi.RESPONSE_FINISH_REASONS));
    }

    @Test
    void streamClosedEarly_endsItsSpanAndHangsUp() throws Exception {
        server.endless(Bodies.chunk("again", null));
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(streamRequest())) {
            assertNotNull(stream.stream().findFirst().orElseThrow());
        }
        SpanData span = onlySpan();
        assertEquals(GenAi.STREAM_CLOSED, span.getAttributes().get(GenAi.STREAM_END));
        assertEquals("chatcmpl-2", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertTrue(server.clientHungUp());
    }

    @Test
    void cutStream_failsItsSpanWithWhatHadCome() throws Exception {
        server.cut(Bodies.chunk("Sun", null));
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(streamRequest())) {
            assertThrows(OpenAIIoException.class, () -> texts(stream));
        }
        SpanData span = onlySpan();
        assertEquals(OpenAIIoException.class.getName(), span.getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertEquals("chatcmpl-2", span.getAttributes().get(GenAi.RESPONSE_ID));
    }

    @Test
    void errorWithinTheStream_failsItsSpan() throws Exception {
        server.events(
                Bodies.chunk("Sun", null),
                "{\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\",\"code\":\"server_is_overloaded\"}}");
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(streamRequest())) {
            assertThrows(SseException.class, () -> texts(stream));
        }
        assertEquals("server_is_overloaded", onlySpan().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void consumersOwnFailure_doesNotFailTheSpan() throws Exception {
        server.events(Bodies.stream());
        IllegalStateException own = new IllegalStateException("own");
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(streamRequest())) {
            assertSame(
                    own,
                    assertThrows(
                            IllegalStateException.class,
                            () -> stream.stream().forEach(chunk -> {
                                throw own;
                            })));
        }
        SpanData span = onlySpan();
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertEquals(GenAi.STREAM_CLOSED, span.getAttributes().get(GenAi.STREAM_END));
    }

    @Test
    void unauthorized_failsTheSpan() throws Exception {
        server.json(401, Bodies.ERROR_401);
        assertThrows(
                UnauthorizedException.class, () -> client.chat().completions().createStreaming(streamRequest()));
        assertEquals("invalid_api_key", onlySpan().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void abandonedStream_endsItsSpanOnceItIsCollected() throws Exception {
        server.events(Bodies.stream());
        Iterator<?> kept = readOneAndDrop();
        System.gc();
        assertEquals(List.of(), telemetry.spans(), "whoever holds the iterator may go on reading");
        assertTrue(kept.hasNext());
        kept = null;
        collectUntilASpanEnds();
        SpanData span = onlySpan();
        assertEquals(GenAi.STREAM_ABANDONED, span.getAttributes().get(GenAi.STREAM_END));
        assertEquals("chatcmpl-2", span.getAttributes().get(GenAi.RESPONSE_ID));
    }

    @SuppressWarnings("MustBeClosedChecker") // That is the point.
    private Iterator<?> readOneAndDrop() {
        Iterator<ChatCompletionChunk> iterator = client.chat().completions().createStreaming(streamRequest()).stream()
                .iterator();
        iterator.next();
        return iterator;
    }

    private void collectUntilASpanEnds() throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (telemetry.spans().isEmpty() && System.nanoTime() < deadline) {
            System.gc();
            Thread.sleep(20);
        }
    }

    private static List<String> texts(StreamResponse<ChatCompletionChunk> stream) {
        return stream.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .map(choice -> choice.delta().content().orElse(""))
                .toList();
    }
}

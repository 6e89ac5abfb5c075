package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.agenticraft.otel.genai.GenAi;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawResponseTest extends WovenChat {
    @Test
    void parse_tellsTheAnswerAndEndsTheSpan() throws Exception {
        server.json(200, Bodies.COMPLETION);
        try (HttpResponseFor<ChatCompletion> response = create()) {
            assertEquals(200, response.statusCode());
            assertEquals("req_1", response.requestId().orElseThrow());
            assertEquals(List.of("application/json"), response.headers().values("content-type"));
            assertEquals(List.of(), telemetry.spans());
            assertEquals("chatcmpl-1", response.parse().id());
            assertSame(response.parse(), response.parse());
        }
        SpanData span = onlySpan();
        assertEquals("chatcmpl-1", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals(20L, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(List.of("stop"), span.getAttributes().get(GenAi.RESPONSE_FINISH_REASONS));
    }

    @Test
    void parseThatFails_failsTheSpan() throws Exception {
        server.json(200, "<html>");
        HttpResponseFor<ChatCompletion> response = create();
        assertThrows(OpenAIInvalidDataException.class, response::parse);
        assertEquals(
                OpenAIInvalidDataException.class.getName(),
                onlySpan().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void bodyReadByTheHost_isUntouchedAndEndsTheSpan() throws Exception {
        server.json(200, Bodies.COMPLETION);
        HttpResponseFor<ChatCompletion> response = create();
        assertEquals(Bodies.COMPLETION, new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        SpanData span = onlySpan();
        assertNull(span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        response.close();
    }

    @Test
    void closedUnread_endsTheSpan() throws Exception {
        server.json(200, Bodies.COMPLETION);
        create().close();
        SpanData span = onlySpan();
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertNull(span.getAttributes().get(GenAi.STREAM_END));
    }

    @Test
    void parsedStream_isTheSameHoweverOftenAskedForAndEndsTheSpan() throws Exception {
        server.events(Bodies.stream());
        try (HttpResponseFor<StreamResponse<ChatCompletionChunk>> response =
                client.chat().completions().withRawResponse().createStreaming(streamRequest())) {
            assertSame(response.parse(), response.parse());
            assertEquals(4, response.parse().stream().count());
        }
        SpanData span = onlySpan();
        assertEquals(11L, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertNull(span.getAttributes().get(GenAi.STREAM_END));
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker") // Closed at once.
    void streamingResponseClosedUnparsed_isLeft() throws Exception {
        server.endless(Bodies.chunk("again", null));
        client.chat()
                .completions()
                .withRawResponse()
                .createStreaming(streamRequest())
                .close();
        assertEquals(GenAi.STREAM_CLOSED, onlySpan().getAttributes().get(GenAi.STREAM_END));
        assertTrue(server.clientHungUp());
    }

    @Test
    void asyncParse_endsTheSpan() throws Exception {
        server.json(200, Bodies.COMPLETION);
        try (HttpResponseFor<ChatCompletion> response = client.async()
                .chat()
                .completions()
                .withRawResponse()
                .create(request().build())
                .get()) {
            assertEquals("chatcmpl-1", response.parse().id());
        }
        assertEquals(20L, onlySpan().getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
    }

    @SuppressWarnings("MustBeClosedChecker") // Up to the tests.
    private HttpResponseFor<ChatCompletion> create() {
        return client.chat().completions().withRawResponse().create(request().build());
    }
}

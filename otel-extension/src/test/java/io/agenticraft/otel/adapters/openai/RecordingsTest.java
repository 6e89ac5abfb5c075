package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.ObjectMappers;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.agenticraft.otel.genai.GenAi;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays recorded exchanges through the real client and holds the span against the recording. */
@Tag("conformance")
class RecordingsTest extends WovenChat {
    static List<Recorded> recordings() throws IOException {
        return Recorded.all();
    }

    @Test
    void recordings_areThoseThatThereShouldBe() throws IOException {
        assertTrue(Recorded.all().size() >= 25, () -> "too few recordings");
        assertTrue(Recorded.all().stream().anyMatch(Recorded::stream));
        assertTrue(Recorded.all().stream().anyMatch(recorded -> recorded.status() >= 400));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void span_saysWhatWasRecorded(Recorded recorded) throws Exception {
        server.answers(exchange -> {
            byte[] bytes = recorded.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", recorded.stream() ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(recorded.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        call(recorded);

        SpanData span = onlySpan();
        request(recorded.request(), span.getAttributes());
        if (recorded.status() >= 400) {
            failure(recorded, span.getAttributes());
        } else {
            answer(recorded, span.getAttributes());
        }
        for (JsonNode message : recorded.request().path("messages")) {
            String text = message.path("content").asText();
            assertFalse(text.length() > 20 && span.toString().contains(text), "content in the span");
        }
    }

    private void call(Recorded recorded) {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .body(ObjectMappers.jsonMapper()
                        .convertValue(recorded.request(), ChatCompletionCreateParams.Body.class))
                .build();
        if (recorded.status() >= 400) {
            assertThrows(
                    OpenAIServiceException.class,
                    () -> client.chat().completions().create(params));
        } else if (recorded.stream()) {
            try (StreamResponse<ChatCompletionChunk> stream =
                    client.chat().completions().createStreaming(params)) {
                assertTrue(stream.stream().count() > 0);
            }
        } else {
            assertFalse(client.chat().completions().create(params).choices().isEmpty());
        }
    }

    private static void request(JsonNode asked, Attributes span) {
        same(asked.path("model").asText(), span, GenAi.REQUEST_MODEL);
        JsonNode limit = asked.path(asked.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens");
        same(limit.isNumber() ? Long.valueOf(limit.asLong()) : null, span, GenAi.REQUEST_MAX_TOKENS);
        same(real(asked.path("temperature")), span, GenAi.REQUEST_TEMPERATURE);
        same(real(asked.path("top_p")), span, GenAi.REQUEST_TOP_P);
        same(real(asked.path("presence_penalty")), span, GenAi.REQUEST_PRESENCE_PENALTY);
        long choices = asked.path("n").asLong(1);
        same(choices == 1 ? null : (Long) choices, span, GenAi.REQUEST_CHOICE_COUNT);
        String format = asked.path("response_format").path("type").asText("");
        same(format.isEmpty() ? null : format.startsWith("json") ? "json" : format, span, GenAi.OUTPUT_TYPE);
    }

    private static void answer(Recorded recorded, Attributes span) throws IOException {
        same(recorded.text("id"), span, GenAi.RESPONSE_ID);
        same(recorded.text("model"), span, GenAi.RESPONSE_MODEL);
        same(recorded.text("service_tier"), span, GenAi.OPENAI_RESPONSE_SERVICE_TIER);
        same(recorded.text("system_fingerprint"), span, GenAi.OPENAI_RESPONSE_SYSTEM_FINGERPRINT);
        same(
                recorded.finishReasons().stream()
                        .map(reason -> reason.equals("tool_calls") ? "tool_call" : reason)
                        .toList(),
                span,
                GenAi.RESPONSE_FINISH_REASONS);
        same(recorded.usage("prompt_tokens"), span, GenAi.USAGE_INPUT_TOKENS);
        same(recorded.usage("completion_tokens"), span, GenAi.USAGE_OUTPUT_TOKENS);
        same(recorded.usage("prompt_tokens_details", "cached_tokens"), span, GenAi.USAGE_CACHE_READ_TOKENS);
        same(recorded.usage("prompt_tokens_details", "cache_write_tokens"), span, GenAi.USAGE_CACHE_WRITE_TOKENS);
        same(recorded.usage("completion_tokens_details", "reasoning_tokens"), span, GenAi.USAGE_REASONING_TOKENS);
        same(null, span, GenAi.ERROR_TYPE);
        assertEquals(recorded.stream(), span.get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK) != null);
    }

    private static void failure(Recorded recorded, Attributes span) throws IOException {
        JsonNode code = recorded.documents().get(0).path("error").path("code");
        same(code.isTextual() ? code.asText() : Integer.toString(recorded.status()), span, GenAi.ERROR_TYPE);
    }

    private static @Nullable Double real(JsonNode number) {
        return number.isNumber() ? (Double) number.asDouble() : null;
    }

    private static <T> void same(@Nullable T expected, Attributes span, AttributeKey<T> key) {
        assertEquals(expected, span.get(key), key.getKey());
    }
}

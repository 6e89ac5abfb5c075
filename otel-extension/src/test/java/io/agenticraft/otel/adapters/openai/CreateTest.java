package io.agenticraft.otel.adapters.openai;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.Inference;
import io.agenticraft.otel.genai.InferenceResponse;
import io.agenticraft.otel.genai.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateTest extends WovenChat {
    @Test
    @SuppressWarnings("deprecation") // The seed is, by OpenAI.
    void create_isOneClientSpanWithEverythingSaid() throws Exception {
        server.json(200, Bodies.COMPLETION);
        client.chat()
                .completions()
                .create(request()
                        .temperature(0.5)
                        .topP(0.9)
                        .maxCompletionTokens(100)
                        .seed(7)
                        .stop("END")
                        .serviceTier(ChatCompletionCreateParams.ServiceTier.DEFAULT)
                        .build());

        SpanData span = onlySpan();
        assertEquals("chat gpt-4o-mini", span.getName());
        assertEquals(SpanKind.CLIENT, span.getKind());
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertEquals(
                Attributes.builder()
                        .put("gen_ai.operation.name", "chat")
                        .put("gen_ai.provider.name", "openai")
                        .put("gen_ai.request.model", "gpt-4o-mini")
                        .put("server.address", "localhost")
                        .put("server.port", server.port())
                        .put("openai.api.type", "chat_completions")
                        .put("openai.request.service_tier", "default")
                        .put("gen_ai.request.temperature", 0.5)
                        .put("gen_ai.request.top_p", 0.9)
                        .put("gen_ai.request.max_tokens", 100)
                        .put("gen_ai.request.seed", 7)
                        .put(stringArrayKey("gen_ai.request.stop_sequences"), List.of("END"))
                        .put("gen_ai.response.id", "chatcmpl-1")
                        .put("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
                        .put(stringArrayKey("gen_ai.response.finish_reasons"), List.of("stop"))
                        .put("gen_ai.usage.input_tokens", 20)
                        .put("gen_ai.usage.output_tokens", 5)
                        .put("gen_ai.usage.cache_read.input_tokens", 8)
                        .put("gen_ai.usage.cache_write.input_tokens", 4)
                        // 12 tokens at 0.15 USD a million, 8 read from the cache at half of it, 5 written at 0.60.
                        .put("agenticraft.usage.cost", 5.4e-6)
                        .put("gen_ai.usage.reasoning.output_tokens", 3)
                        .put("openai.response.service_tier", "default")
                        .put("openai.response.system_fingerprint", "fp_1")
                        .build()
                        .asMap(),
                span.getAttributes().asMap());
    }

    @Test
    @SuppressWarnings("try") // The scope is only to be closed.
    void create_isChildOfTheCurrentSpan() throws Exception {
        server.json(200, Bodies.COMPLETION);
        Span parent = telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("parent")
                .startSpan();
        try (Scope ignored = parent.makeCurrent()) {
            client.chat().completions().create(request().build());
            assertEquals(parent, Span.current());
        }
        assertEquals(parent.getSpanContext().getSpanId(), onlySpan().getParentSpanId());
    }

    @Test
    void structuredCreate_isOneSpanThatAsksForJson() throws Exception {
        server.json(200, Bodies.COMPLETION.replace("Sunny.", "{\\\"city\\\":\\\"Rome\\\"}"));
        String city = client.chat()
                .completions()
                .create(request().responseFormat(Place.class).build())
                .choices()
                .get(0)
                .message()
                .content()
                .orElseThrow()
                .city;
        assertEquals("Rome", city);
        SpanData span = onlySpan();
        assertEquals("json", span.getAttributes().get(stringKey("gen_ai.output.type")));
        assertEquals(20, span.getAttributes().get(longKey("gen_ai.usage.input_tokens")));
    }

    @Test
    void unauthorized_failsTheSpanWithTheProvidersCodeAndNoSecret() throws Exception {
        server.json(401, Bodies.ERROR_401);
        assertThrows(
                UnauthorizedException.class,
                () -> client.chat().completions().create(request().build()));
        SpanData span = onlySpan();
        assertEquals("invalid_api_key", span.getAttributes().get(stringKey("error.type")));
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertFalse(span.toString().contains("sk-secret"), span.toString());
    }

    @Test
    void serverErrorWithoutCode_isNamedByItsStatus() throws Exception {
        server.json(500, Bodies.ERROR_500);
        assertThrows(
                InternalServerException.class,
                () -> client.chat().completions().create(request().build()));
        assertEquals("500", onlySpan().getAttributes().get(stringKey("error.type")));
    }

    @Test
    void malformedAnswer_failsTheSpan() throws Exception {
        server.json(200, "{\"id\":");
        assertThrows(
                OpenAIInvalidDataException.class,
                () -> client.chat().completions().create(request().build()));
        assertEquals(
                OpenAIInvalidDataException.class.getName(),
                onlySpan().getAttributes().get(stringKey("error.type")));
    }

    @Test
    void noServer_failsTheSpan() throws Exception {
        server.close();
        assertThrows(
                OpenAIIoException.class,
                () -> client.chat().completions().create(request().build()));
        assertEquals(
                OpenAIIoException.class.getName(), onlySpan().getAttributes().get(stringKey("error.type")));
    }

    @Test
    void oddRequest_isObservedAsFarAsItCanBeRead() throws Exception {
        server.json(200, Bodies.COMPLETION);
        client.chat()
                .completions()
                .create(request()
                        .model(odd(7))
                        .temperature(odd("hot"))
                        .stop(odd(List.of(1, 2)))
                        .responseFormat(odd("prose"))
                        .messages(odd("hello"))
                        .build());
        SpanData span = onlySpan();
        assertEquals("chat", span.getName());
        assertNull(span.getAttributes().get(doubleKey("gen_ai.request.temperature")));
        assertEquals("chatcmpl-1", span.getAttributes().get(stringKey("gen_ai.response.id")));
    }

    @Test
    void oddAnswer_reachesTheHostAndIsReadAsFarAsItCanBe() throws Exception {
        server.json(200, "{\"id\":5,\"model\":null,\"choices\":\"none\",\"usage\":[1]}");
        client.chat().completions().create(request().build());
        SpanData span = onlySpan();
        assertNull(span.getAttributes().get(stringKey("gen_ai.response.id")));
        assertNull(span.getAttributes().get(longKey("gen_ai.usage.input_tokens")));
        assertNull(span.getAttributes().get(booleanKey("gen_ai.request.stream")));
    }

    @Test
    @SuppressWarnings("try") // The scope is only to be closed.
    void createWithinAnOpenCall_enrichesThatAndOpensNone() throws Exception {
        server.json(200, Bodies.COMPLETION);
        ChatRequest outerRequest = new ChatRequest(request().build(), Endpoint.unknown(false), false);
        Inference outer = Inference.start(Telemetry.current(), outerRequest, Context.current());
        try (Scope ignored = outer.context().makeCurrent()) {
            client.chat().completions().create(request().build());
        }
        outer.end(new InferenceResponse() {});
        SpanData span = onlySpan();
        assertEquals("chatcmpl-1", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals(20L, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
    }

    @SuppressWarnings("unchecked") // A value of any kind may stand for any field.
    private static <T> JsonField<T> odd(Object value) {
        return (JsonField<T>) JsonValue.from(value);
    }

    /** What a structured answer is. */
    static class Place {
        public @Nullable String city;
    }
}

package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.QuotaExceededException;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of answers of which there is no recording. */
class MessagesAnswerTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private final WireServer server = WireServer.start();
    private final ModelProvider provider = new Anthropic().create(Calls.spec("anthropic", server.url("/")));
    private final Calls.Recorder recorder = new Calls.Recorder();

    @AfterEach
    void stop() throws Exception {
        provider.close();
        server.close();
    }

    private ModelResponse whole(String body) throws Exception {
        server.reply(Replies.json(body));
        return Calls.await(provider.complete(HELLO));
    }

    private ModelResponse stream(String... documents) throws Exception {
        String body = Arrays.stream(documents)
                .map(json -> "event: x\ndata: " + json + "      \n\n")
                .collect(Collectors.joining());
        server.reply(Replies.chunked(Replies.EVENTS, body));
        return Calls.await(provider.stream(HELLO, recorder));
    }

    @Test
    void request_carriesKeyAndVersion() throws Exception {
        whole("{\"id\":\"m1\",\"type\":\"message\",\"content\":[]}");

        WireServer.Received sent = server.last();
        assertEquals("/v1/messages", sent.path());
        assertEquals("secret-key-123", sent.headers().get("x-api-key"));
        assertEquals("2023-06-01", sent.headers().get("anthropic-version"));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, STOP",
        "stop_sequence, STOP",
        "max_tokens, LENGTH",
        "model_context_window_exceeded, LENGTH",
        "tool_use, TOOL_CALLS",
        "refusal, REFUSAL",
        "pause_turn, PAUSED",
        "novelty, OTHER"
    })
    void stopReason_isMapped(String word, FinishReason reason) throws Exception {
        ModelResponse response = whole("{\"id\":\"m1\",\"type\":\"message\",\"content\":[],\"stop_reason\":\"" + word
                + "\",\"stop_sequence\":\"X\"}");

        assertEquals(reason, response.finishReason());
        assertEquals(word, response.rawFinishReason());
        assertEquals(Map.of("stop_sequence", "X"), response.details());
    }

    @Test
    void usage_addsTheCacheToTheInput() throws Exception {
        ModelResponse response = whole(
                "{\"id\":\"m1\",\"type\":\"message\",\"content\":[],\"usage\":{\"input_tokens\":10,"
                        + "\"cache_creation_input_tokens\":200,\"cache_read_input_tokens\":3000,\"output_tokens\":7,"
                        + "\"output_tokens_details\":{\"thinking_tokens\":5},\"server_tool_use\":{\"web_search_requests\":1},\"service_tier\":\"batch\"}}");

        assertEquals(new Usage(3210L, 7L, 3000L, 200L, 5L), response.usage());
        assertEquals(Map.of("service_tier", "batch"), response.details());
    }

    @Test
    void usageOfAStream_isTheLastOfEachField() throws Exception {
        ModelResponse response = stream(
                "{\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"usage\":{\"input_tokens\":10,\"cache_read_input_tokens\":5,\"output_tokens\":1}}}",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"input_tokens\":12,\"output_tokens\":40}}",
                "{\"type\":\"message_stop\"}");

        assertEquals(new Usage(17L, 40L, 5L, null, null), response.usage());
    }

    @Test
    void blocks_keepTheirOrderAndTheirProofs() throws Exception {
        ModelResponse response = whole("{\"id\":\"m1\",\"type\":\"message\",\"content\":["
                + "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"sig==\"},"
                + "{\"type\":\"redacted_thinking\",\"data\":\"enc==\"},"
                + "{\"type\":\"text\",\"text\":\"Hi\",\"citations\":[{\"cited_text\":\"x\"}]},"
                + "{\"type\":\"server_tool_use\",\"id\":\"s1\",\"name\":\"web_search\",\"input\":{\"q\":1}},"
                + "{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"t\",\"input\":{\"b\": [1, 2.50]},\"caller\":{\"type\":\"direct\"}}],"
                + "\"stop_reason\":\"tool_use\"}");

        assertEquals(
                List.of(
                        new Reasoning("hm", "anthropic", "sig==", null),
                        new Reasoning("", "anthropic", null, "enc=="),
                        new Text("Hi"),
                        new ProviderContent(
                                "anthropic",
                                "server_tool_use",
                                "{\"type\":\"server_tool_use\",\"id\":\"s1\",\"name\":\"web_search\",\"input\":{\"q\":1}}"),
                        new ToolCall("t1", "t", "{\"b\": [1, 2.50]}")),
                response.message().content());
    }

    @Test
    void streamedBlocks_areReadInAnyOrderOfFields() throws Exception {
        ModelResponse response = stream(
                "{\"message\":{\"content\":[],\"id\":\"m1\",\"model\":\"c\"},\"type\":\"message_start\"}",
                "{\"content_block\":{\"data\":\"enc==\",\"type\":\"redacted_thinking\"},\"index\":0,\"type\":\"content_block_start\"}",
                "{\"index\":0,\"type\":\"content_block_stop\"}",
                "{\"content_block\":{\"id\":\"t1\",\"input\":{},\"name\":\"t\",\"type\":\"tool_use\"},\"index\":1,\"type\":\"content_block_start\"}",
                "{\"delta\":{\"partial_json\":\"\",\"type\":\"input_json_delta\"},\"index\":1,\"type\":\"content_block_delta\"}",
                "{\"type\": \"ping\"}",
                "{\"delta\":{\"partial_json\":\"{\\\"a\\\":\",\"type\":\"input_json_delta\"},\"index\":1,\"type\":\"content_block_delta\"}",
                "{\"delta\":{\"partial_json\":\"1}\",\"type\":\"input_json_delta\"},\"index\":1,\"type\":\"content_block_delta\"}",
                "{\"index\":1,\"type\":\"content_block_stop\"}",
                "{\"content_block\":{\"id\":\"t2\",\"input\":{},\"name\":\"u\",\"type\":\"tool_use\"},\"index\":2,\"type\":\"content_block_start\"}",
                "{\"index\":2,\"type\":\"content_block_stop\"}",
                "{\"delta\":{\"stop_reason\":\"tool_use\"},\"type\":\"message_delta\",\"usage\":{\"output_tokens\":3}}",
                "{\"type\":\"message_stop\"}");

        assertEquals(
                List.of(
                        new Reasoning("", "anthropic", null, "enc=="),
                        new ToolCall("t1", "t", "{\"a\":1}"),
                        new ToolCall("t2", "u", "{}")),
                response.message().content());
        assertEquals(
                List.of(
                        new ModelEvent.Started("m1", "c"),
                        new ModelEvent.ToolCallDelta(0, "t1", "t", ""),
                        new ModelEvent.ToolCallDelta(0, null, null, "{\"a\":"),
                        new ModelEvent.ToolCallDelta(0, null, null, "1}"),
                        new ModelEvent.ToolCallDelta(1, "t2", "u", ""),
                        new ModelEvent.ToolCallDelta(1, null, null, "{}")),
                recorder.events);
    }

    @Test
    void rateLimit_waitsForTheExhaustedBucket() {
        server.reply(
                Replies.response(
                        429,
                        Map.of("x-should-retry", "true", "retry-after", "16", "request-id", "req_1"),
                        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"m\"},\"request_id\":\"req_1\"}"));

        RateLimitException failure = Calls.failure(RateLimitException.class, provider.complete(HELLO));

        assertEquals(Duration.ofSeconds(16), failure.retryAfter());
        assertEquals("rate_limit_error", failure.code());
        assertEquals("req_1", failure.requestId());
        assertTrue(failure.retryable());
    }

    @Test
    void spendLimit_isNotARateLimit() {
        server.reply(
                Replies.response(
                        429,
                        Map.of(),
                        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"m\",\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}"));

        QuotaExceededException failure = Calls.failure(QuotaExceededException.class, provider.complete(HELLO));

        assertEquals("enforced_spend_limit_reached", failure.code());
        assertEquals(false, failure.retryable());
    }

    @Test
    void overload_isRetryable() {
        server.reply(
                Replies.response(
                        529,
                        Map.of(),
                        "{\"type\":\"error\",\"error\":{\"details\":null,\"type\":\"overloaded_error\",\"message\":\"Overloaded\"},\"request_id\":\"req_2\"}"));

        OverloadedException failure = Calls.failure(OverloadedException.class, provider.complete(HELLO));

        assertEquals("req_2", failure.requestId());
        assertTrue(failure.retryable());
    }
}

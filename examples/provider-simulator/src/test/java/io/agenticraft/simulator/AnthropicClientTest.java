package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.InternalServerException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.SseException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official client reads what the simulator writes. */
final class AnthropicClientTest {

    private static Simulator simulator;
    private static AnthropicClient client;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
        client = client("sk-ant-test");
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    private static AnthropicClient client(String key) {
        return AnthropicOkHttpClient.builder()
                .apiKey(key)
                .baseUrl(simulator.baseUrl())
                .maxRetries(0)
                .responseValidation(true)
                .build();
    }

    private static MessageCreateParams.Builder question(String text) {
        return MessageCreateParams.builder()
                .model("claude-haiku-4-5")
                .maxTokens(2048)
                .addUserMessage(text);
    }

    private static MessageCreateParams.Builder weatherQuestion() {
        return question("What is the weather in Paris?").addTool(tool("get_weather", "city"));
    }

    private static Tool tool(String name, String property) {
        return Tool.builder()
                .name(name)
                .inputSchema(Tool.InputSchema.builder()
                        .properties(Tool.InputSchema.Properties.builder()
                                .putAdditionalProperty(property, JsonValue.from(Map.of("type", "string")))
                                .build())
                        .required(List.of(property))
                        .build())
                .build();
    }

    /** Reads a stream to its end, in which the client's own accumulator must find a whole message. */
    private static Message streamed(MessageCreateParams.Builder params) {
        MessageAccumulator accumulator = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> response = client.messages().createStreaming(params.build())) {
            response.stream().forEach(accumulator::accumulate);
        }
        return accumulator.message();
    }

    private static String text(Message message) {
        return message.content().stream()
                .flatMap(block -> block.text().stream())
                .map(com.anthropic.models.messages.TextBlock::text)
                .reduce("", String::concat);
    }

    private static List<ToolUseBlock> uses(Message message) {
        return message.content().stream()
                .flatMap(block -> block.toolUse().stream())
                .toList();
    }

    @Test
    void plainAnswer_isRead() {
        Message message =
                client.messages().create(question("Where is my parcel?").build());
        assertEquals("This is a simulated answer to: Where is my parcel?", text(message));
        assertEquals(StopReason.END_TURN, message.stopReason().orElseThrow());
        assertEquals("claude-haiku-4-5-20251001", message.model().asString());
        assertTrue(message.usage().inputTokens() > 0);
    }

    @Test
    void stream_accumulatesToPlainAnswer() {
        Message plain = client.messages().create(question("Where is my parcel?").build());
        Message streamed = streamed(question("Where is my parcel?"));
        assertEquals(text(plain), text(streamed));
        assertEquals(plain.usage().inputTokens(), streamed.usage().inputTokens());
        assertEquals(plain.usage().outputTokens(), streamed.usage().outputTokens());
        assertEquals(plain.stopReason(), streamed.stopReason());
    }

    @Test
    void toolLoop_endsWithText() {
        MessageCreateParams.Builder params = weatherQuestion();
        Message first = client.messages().create(params.build());
        assertEquals(StopReason.TOOL_USE, first.stopReason().orElseThrow());
        ToolUseBlock use = uses(first).get(0);
        assertEquals("get_weather", use.name());
        assertEquals(
                Map.of("city", JsonValue.from("Paris")), use._input().asObject().orElseThrow());
        params.addMessage(first.toParam())
                .addUserMessageOfContentBlockParams(
                        List.of(ContentBlockParam.ofToolResult(ToolResultBlockParam.builder()
                                .toolUseId(use.id())
                                .content("18 degrees")
                                .build())));
        assertEquals(
                "The tool get_weather says: 18 degrees", text(client.messages().create(params.build())));
    }

    @Test
    void twoToolsAskedFor_areCalledTogetherInStream() {
        Message message = streamed(question("Give me the weather and the time in Oslo")
                .addTool(tool("get_weather", "city"))
                .addTool(tool("get_time", "city"))
                .addTool(tool("send_mail", "address")));
        assertEquals(
                List.of("get_weather", "get_time"),
                uses(message).stream().map(ToolUseBlock::name).toList());
        assertEquals(
                Map.of("city", JsonValue.from("Oslo")),
                uses(message).get(1)._input().asObject().orElseThrow());
    }

    @Test
    void thinking_comesBeforeTextWithSignature() {
        Message message = streamed(question("Why?").enabledThinking(1024));
        assertFalse(message.content().get(0).asThinking().signature().isEmpty());
        assertTrue(message.content().get(0).asThinking().thinking().contains("Why?"));
        assertTrue(message.content().get(1).isText());
    }

    @Test
    void cachedTokens_standBesideInputTokens() {
        Message message = client.messages()
                .create(question("Where is my parcel?")
                        .putAdditionalHeader(Directives.HEADER, "cached=5")
                        .build());
        Message whole = client.messages().create(question("Where is my parcel?").build());
        assertEquals(5, message.usage().cacheReadInputTokens().orElseThrow());
        assertEquals(whole.usage().inputTokens() - 5, message.usage().inputTokens());
    }

    @Test
    void countTokens_agreesWithUsage() {
        Message message =
                client.messages().create(question("Where is my parcel?").build());
        long counted = client.messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model("claude-haiku-4-5")
                        .addUserMessage("Where is my parcel?")
                        .build())
                .inputTokens();
        assertEquals(message.usage().inputTokens(), counted);
    }

    @Test
    void models_areListed() {
        assertEquals(
                Models.DEFAULTS,
                client.models().list().items().stream()
                        .map(com.anthropic.models.models.ModelInfo::id)
                        .toList());
    }

    @Test
    void errors_becomeTypedExceptions() {
        assertThrows(UnauthorizedException.class, () -> ask(client("bad-key"), "claude-haiku-4-5"));
        assertThrows(NotFoundException.class, () -> ask(client, "unknown-model"));
        assertThrows(BadRequestException.class, () -> ask(client, "simulate-error-400"));
        RateLimitException limited =
                assertThrows(RateLimitException.class, () -> ask(client, "simulate-error-429_retry-after-16s"));
        assertEquals(List.of("16"), limited.headers().values("retry-after"));
        assertEquals(List.of("true"), limited.headers().values("x-should-retry"));
        assertEquals(
                529,
                assertThrows(InternalServerException.class, () -> ask(client, "simulate-error-529"))
                        .statusCode());
    }

    private static void ask(AnthropicClient who, String model) {
        who.messages().create(question("Hello").model(model).build());
    }

    @Test
    void errorInStream_becomesSseException() {
        SseException error = assertThrows(
                SseException.class, () -> streamed(question("Hello").model("simulate-error-stream")));
        assertEquals(200, error.statusCode());
    }
}

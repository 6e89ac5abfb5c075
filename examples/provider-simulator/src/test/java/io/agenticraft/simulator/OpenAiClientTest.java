package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official client reads what the simulator writes. */
final class OpenAiClientTest {

    private static Simulator simulator;
    private static OpenAIClient client;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
        client = client("sk-test");
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    private static OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .apiKey(key)
                .baseUrl(simulator.baseUrl() + "/v1")
                .maxRetries(0)
                .responseValidation(true)
                .build();
    }

    private static ChatCompletionCreateParams.Builder question(String text) {
        return ChatCompletionCreateParams.builder().model("gpt-4o-mini").addUserMessage(text);
    }

    private static ChatCompletionFunctionTool weather() {
        return ChatCompletionFunctionTool.builder()
                .function(FunctionDefinition.builder()
                        .name("get_weather")
                        .description("The weather in a city")
                        .parameters(FunctionParameters.builder()
                                .putAdditionalProperty("type", JsonValue.from("object"))
                                .putAdditionalProperty(
                                        "properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                                .putAdditionalProperty("required", JsonValue.from(List.of("city")))
                                .build())
                        .build())
                .build();
    }

    private static ChatCompletionMessageFunctionToolCall onlyCall(ChatCompletion completion) {
        return completion
                .choices()
                .get(0)
                .message()
                .toolCalls()
                .orElseThrow()
                .get(0)
                .asFunction();
    }

    @Test
    void plainAnswer_isRead() {
        ChatCompletion completion = client.chat()
                .completions()
                .create(question("Where is my parcel?").build());
        assertEquals(
                "This is a simulated answer to: Where is my parcel?",
                completion.choices().get(0).message().content().orElseThrow());
        assertEquals("gpt-4o-mini-2024-07-18", completion.model());
        assertEquals(
                ChatCompletion.Choice.FinishReason.STOP,
                completion.choices().get(0).finishReason());
        assertEquals(
                completion.usage().orElseThrow().totalTokens(),
                completion.usage().orElseThrow().promptTokens()
                        + completion.usage().orElseThrow().completionTokens());
    }

    @Test
    void stream_hasSameTextAsPlainAnswerAndUsageAtItsEnd() {
        List<ChatCompletionChunk> chunks = stream(question("Where is my parcel?")
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build()));
        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk ->
                chunk.choices().forEach(choice -> choice.delta().content().ifPresent(text::append)));
        assertEquals("This is a simulated answer to: Where is my parcel?", text.toString());
        ChatCompletionChunk last = chunks.get(chunks.size() - 1);
        assertTrue(last.choices().isEmpty());
        ChatCompletion plain = client.chat()
                .completions()
                .create(question("Where is my parcel?").build());
        assertEquals(plain.usage().orElseThrow(), last.usage().orElseThrow());
    }

    @Test
    void streamThatAskedForNoUsage_hasNone() {
        assertTrue(stream(question("Hello")).stream()
                .allMatch(chunk -> chunk.usage().isEmpty()));
    }

    private static List<ChatCompletionChunk> stream(ChatCompletionCreateParams.Builder params) {
        List<ChatCompletionChunk> chunks = new ArrayList<>();
        try (StreamResponse<ChatCompletionChunk> response =
                client.chat().completions().createStreaming(params.build())) {
            response.stream().forEach(chunks::add);
        }
        return chunks;
    }

    @Test
    void toolLoop_endsWithText() {
        ChatCompletionCreateParams.Builder params =
                question("What is the weather in Paris?").addTool(weather());
        ChatCompletion first = client.chat().completions().create(params.build());
        ChatCompletionMessageFunctionToolCall call = onlyCall(first);
        assertEquals("get_weather", call.function().name());
        assertEquals("{\"city\":\"Paris\"}", call.function().arguments());
        assertEquals(
                ChatCompletion.Choice.FinishReason.TOOL_CALLS,
                first.choices().get(0).finishReason());
        ChatCompletion second = client.chat()
                .completions()
                .create(params.addMessage(first.choices().get(0).message())
                        .addMessage(ChatCompletionToolMessageParam.builder()
                                .toolCallId(call.id())
                                .content("18 degrees")
                                .build())
                        .build());
        assertEquals(
                "The tool get_weather says: 18 degrees",
                second.choices().get(0).message().content().orElseThrow());
    }

    @Test
    void streamedToolCall_hasWholeArguments() {
        List<ChatCompletionChunk> chunks =
                stream(question("What is the weather in Paris?").addTool(weather()));
        StringBuilder arguments = new StringBuilder();
        chunks.forEach(chunk -> chunk.choices()
                .forEach(choice -> choice.delta()
                        .toolCalls()
                        .orElse(List.of())
                        .forEach(call -> call.function()
                                .flatMap(ChatCompletionChunk.Choice.Delta.ToolCall.Function::arguments)
                                .ifPresent(arguments::append))));
        assertEquals("{\"city\":\"Paris\"}", arguments.toString());
    }

    @Test
    void errors_becomeTypedExceptions() {
        assertThrows(UnauthorizedException.class, () -> ask(client("bad-key"), "gpt-4o-mini"));
        assertThrows(NotFoundException.class, () -> ask(client, "unknown-model"));
        assertThrows(BadRequestException.class, () -> ask(client, "simulate-error-400"));
        assertThrows(InternalServerException.class, () -> ask(client, "simulate-error-500"));
        RateLimitException limited = assertThrows(RateLimitException.class, () -> ask(client, "simulate-error-429"));
        assertEquals("rate_limit_exceeded", limited.code().orElseThrow());
        assertEquals(List.of("1"), limited.headers().values("retry-after"));
        RateLimitException quota = assertThrows(RateLimitException.class, () -> ask(client, "simulate-error-quota"));
        assertEquals("insufficient_quota", quota.code().orElseThrow());
    }

    private static void ask(OpenAIClient who, String model) {
        who.chat().completions().create(question("Hello").model(model).build());
    }
}

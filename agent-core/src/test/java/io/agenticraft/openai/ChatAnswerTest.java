package io.agenticraft.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of answers of which there is no recording, or that the many compatible hosts send. */
class ChatAnswerTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private final WireServer server = WireServer.start();
    private final ModelProvider provider = new OpenAi().create(Calls.spec("openai", server.url("/v1")));
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
        String body =
                Arrays.stream(documents).map(json -> "data: " + json + "\n\n").collect(Collectors.joining());
        server.reply(Replies.chunked(Replies.EVENTS, body));
        return Calls.await(provider.stream(HELLO, recorder));
    }

    @ParameterizedTest
    @CsvSource({
        "stop, STOP",
        "length, LENGTH",
        "tool_calls, TOOL_CALLS",
        "function_call, TOOL_CALLS",
        "content_filter, CONTENT_FILTER",
        "eos, OTHER"
    })
    void finishReason_isMapped(String word, FinishReason reason) throws Exception {
        ModelResponse response =
                whole("{\"choices\":[{\"message\":{\"content\":\"a\"},\"finish_reason\":\"" + word + "\"}]}");

        assertEquals(reason, response.finishReason());
        assertEquals(word, response.rawFinishReason());
    }

    @Test
    void forcedToolCall_endsWithToolCallsThoughItSaysStop() throws Exception {
        ModelResponse response = whole(
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":null,"
                        + "\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"t\",\"arguments\":\"{}\"}}]}}]}");

        assertEquals(FinishReason.TOOL_CALLS, response.finishReason());
        assertEquals(List.of(new ToolCall("1", "t", "{}")), response.message().toolCalls());
    }

    @Test
    void emptyChoices_andNoUsage_areAnEmptyAnswer() throws Exception {
        ModelResponse response = whole("{\"id\":\"c1\",\"choices\":[]}");

        assertEquals("", response.text());
        assertEquals(Usage.unknown(), response.usage());
        assertEquals(FinishReason.OTHER, response.finishReason());
        assertNull(response.rawFinishReason());
        assertNull(response.model());
    }

    @Test
    void usage_isNormalised() throws Exception {
        ModelResponse response = whole("{\"choices\":[],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":50,"
                + "\"total_tokens\":150,\"prompt_tokens_details\":{\"cached_tokens\":60,\"cache_write_tokens\":30,\"audio_tokens\":0},"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":40},\"new\":{\"a\":[1]}}}");

        assertEquals(new Usage(100L, 50L, 60L, 30L, 40L), response.usage());
    }

    @Test
    void details_areKept() throws Exception {
        ModelResponse response =
                whole("{\"choices\":[],\"service_tier\":\"flex\",\"system_fingerprint\":\"fp\",\"x\":null}");

        assertEquals(Map.of("service_tier", "flex", "system_fingerprint", "fp"), response.details());
    }

    @Test
    void fieldsInAnotherOrder_areReadAlike() throws Exception {
        ModelResponse response = stream(
                "{\"choices\":[{\"delta\":{\"content\":\"no\"},\"index\":1},{\"delta\":{\"content\":\"Hel\"},\"index\":0}],\"id\":\"c1\",\"model\":\"m1\"}",
                "{\"choices\":[{\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\",\"index\":0}],\"id\":\"c1\",\"model\":\"m1\"}",
                "[DONE]");

        assertEquals("Hello", response.text());
        assertEquals(new ModelEvent.Started("c1", "m1"), recorder.events.get(0));
        assertEquals("Hello", recorder.text());
    }

    @Test
    void azuresFirstChunk_startsNothing() throws Exception {
        stream(
                "{\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":[{}]}",
                "{\"id\":\"c1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}],\"obfuscation\":\"x\"}",
                "[DONE]");

        assertEquals(List.of(new ModelEvent.Started("c1", "m1"), new ModelEvent.TextDelta("a")), recorder.events);
    }

    @Test
    void missingDone_isNoHarmWhereTheEndIsPlain() throws Exception {
        assertEquals(
                "a",
                stream("{\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}")
                        .text());
    }

    @ParameterizedTest
    @CsvSource({"reasoning", "reasoning_content"})
    void reasoning_isReadOnceAndReturnedUnderItsName(String field) throws Exception {
        String other = field.equals("reasoning") ? "reasoning_content" : "reasoning";
        ModelResponse response = stream(
                "{\"choices\":[{\"delta\":{\"content\":\"\",\"" + field + "\":\"hm\",\"" + other + "\":\"hm\"}}]}",
                "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"1\",\"function\":{\"name\":\"t\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}",
                "[DONE]");
        assertEquals(
                List.of(new Reasoning("hm", "openai", null, null), new ToolCall("1", "t", "{}")),
                response.message().content());
        assertTrue(recorder.events.contains(new ModelEvent.ReasoningDelta("hm")));

        server.reply(Replies.json("{\"choices\":[]}"));
        Calls.await(provider.complete(
                ModelRequest.builder("m").messages(response.message()).build()));

        String sent = server.last().body();
        assertTrue(sent.contains("\"" + field + "\":\"hm\""), sent);
        assertFalse(sent.contains("\"" + other + "\""), sent);
    }

    @Test
    void contentInParts_isTextAndReasoning() throws Exception {
        ModelResponse response = whole(
                "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"thinking\",\"thinking\":"
                        + "[{\"type\":\"text\",\"text\":\"hm\"}]},{\"type\":\"text\",\"text\":\"Hi\"}]},\"finish_reason\":\"stop\"}]}");

        assertEquals(
                List.of(new Reasoning("hm", "openai", null, null), new Text("Hi")),
                response.message().content());
    }

    @Test
    void requestId_isTheHeaders() throws Exception {
        server.reply(Replies.response(200, Map.of("x-request-id", "req_9"), "{\"choices\":[]}"));

        assertEquals("req_9", Calls.await(provider.complete(HELLO)).requestId());
    }
}

package io.agenticraft.ollama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OllamaProviderTest {
    private static final String ANSWER =
            "{\"model\":\"m1\",\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"},\"done\":true,\"done_reason\":\"stop\"}";
    private static final String START = "{\"model\":\"m\",\"messages\":[],\"stream\":false";

    private final WireServer server = WireServer.start();
    private final ModelProvider provider = new Ollama().create(Calls.spec("ollama", server.url("")));

    @AfterEach
    void stop() throws Exception {
        provider.close();
        server.close();
    }

    private String sent(ModelRequest.Builder request) throws Exception {
        server.reply(Replies.json(ANSWER));
        Calls.await(provider.complete(request.build()));
        return server.last().body();
    }

    private String sent(GenerationOptions.Builder options) throws Exception {
        return sent(ModelRequest.builder("m").options(options.build()));
    }

    private ModelResponse whole(String body) throws Exception {
        server.reply(Replies.json(body));
        return Calls.await(provider.complete(ModelRequest.builder("m").build()));
    }

    @Test
    void options_goUnderOllamasNames() throws Exception {
        assertEquals(
                START
                        + ",\"options\":{\"frequency_penalty\":0.5,\"num_ctx\":8192,\"num_predict\":9,\"presence_penalty\":0.5,"
                        + "\"seed\":7,\"stop\":[\"a\"],\"temperature\":0.5,\"top_k\":3,\"top_p\":0.25},\"keep_alive\":\"5m\"}",
                sent(GenerationOptions.builder()
                        .maxTokens(9)
                        .temperature(0.5)
                        .topP(0.25)
                        .topK(3)
                        .seed(7)
                        .frequencyPenalty(0.5)
                        .presencePenalty(0.5)
                        .stopSequences(List.of("a"))
                        .extra(Map.of("keep_alive", "5m", "options", Map.of("num_ctx", 8192)))));
        assertEquals("/api/chat", server.last().path());
        assertEquals("Bearer secret-key-123", server.last().headers().get("authorization"));
    }

    @Test
    void reasoningLevel_becomesThink() throws Exception {
        assertEquals(
                START + ",\"think\":true}", sent(GenerationOptions.builder().reasoningLevel("low")));
        assertEquals(
                START + ",\"think\":false}", sent(GenerationOptions.builder().reasoningLevel("none")));
        assertTrue(sent(ModelRequest.builder("gpt-oss:20b")
                        .options(GenerationOptions.builder()
                                .reasoningLevel("low")
                                .build()))
                .contains("\"think\":\"low\""));
    }

    @Test
    void format_isJsonOrASchema() throws Exception {
        assertEquals(
                START + ",\"format\":\"json\"}", sent(ModelRequest.builder("m").responseFormat(ResponseFormat.json())));
        assertEquals(
                START + ",\"format\":{\"type\":\"object\"}}",
                sent(ModelRequest.builder("m")
                        .responseFormat(ResponseFormat.jsonSchema("n", "{\"type\":\"object\"}"))));
    }

    @Test
    void toolChoice_choosesWhichToolsAreOffered() throws Exception {
        ModelRequest.Builder request =
                ModelRequest.builder("m").tools(List.of(new ToolSpec("t", "d", "{}"), new ToolSpec("u", "d", "{}")));
        String t = "{\"type\":\"function\",\"function\":{\"name\":\"t\",\"description\":\"d\",\"parameters\":{}}}";
        String u = t.replace("\"t\"", "\"u\"");

        assertEquals(START + ",\"tools\":[" + t + "," + u + "]}", sent(request));
        assertEquals(START + ",\"tools\":[" + u + "]}", sent(request.toolChoice(ToolChoice.tool("u"))));
        assertEquals(START + "}", sent(request.toolChoice(ToolChoice.none())));
    }

    @Test
    void conversation_isWrittenWithItsCallsThoughtsAndImages() throws Exception {
        assertEquals(
                "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"s\"},"
                        + "{\"role\":\"user\",\"content\":\"Look\",\"images\":[\"aGk=\"]},"
                        + "{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"hm\",\"tool_calls\":[{\"id\":\"1\",\"function\":"
                        + "{\"name\":\"t\",\"arguments\":{\"a\":1}}}]},"
                        + "{\"role\":\"tool\",\"tool_name\":\"t\",\"tool_call_id\":\"1\",\"content\":\"r\"}],\"stream\":false}",
                sent(ModelRequest.builder("m")
                        .messages(
                                Message.system("s"),
                                Message.user(new Text("Look"), Image.of("image/png", "aGk=")),
                                new Message(
                                        Role.ASSISTANT,
                                        List.of(
                                                new Reasoning("hm", "ollama", null, null),
                                                new Reasoning("foreign", "openai", null, null),
                                                new ToolCall("1", "t", "{\"a\":1}"))),
                                Message.tool(List.of(new ToolResult("1", "t", "r", false))))));
    }

    @Test
    void imageByAddress_isRefusedBeforeItIsSent() {
        ModelRequest request = ModelRequest.builder("m")
                .messages(Message.user(Image.of(URI.create("https://x.test/a.png"))))
                .build();

        InvalidRequestException failure = Calls.failure(InvalidRequestException.class, provider.complete(request));

        assertTrue(failure.toString().contains("by value"), failure.toString());
        assertEquals(0, server.connections());
    }

    @Test
    void absentCounts_areUnknown() throws Exception {
        ModelResponse response = whole("{\"model\":\"m1\",\"message\":{\"content\":\"Hi\"},\"done\":true,"
                + "\"done_reason\":\"length\",\"eval_count\":5,\"total_duration\":123}");

        assertEquals(new Usage(null, 5L, null, null, null), response.usage());
        assertEquals(FinishReason.LENGTH, response.finishReason());
        assertEquals(Map.of("total_duration", "123"), response.details());
        assertNull(response.id());
    }

    @Test
    void callsWithoutIdentifier_getOneEach() throws Exception {
        ModelResponse response = whole(
                "{\"message\":{\"tool_calls\":[{\"function\":{\"name\":\"t\",\"arguments\":{\"a\": 1}}},"
                        + "{\"function\":{\"name\":\"t\",\"arguments\":{}}}]},\"model\":\"m1\",\"done\":true,\"done_reason\":\"stop\"}");

        List<ToolCall> calls = response.message().toolCalls();
        assertEquals(
                List.of("{\"a\": 1}", "{}"),
                calls.stream().map(ToolCall::arguments).toList());
        assertEquals(2, calls.stream().map(ToolCall::id).distinct().count());
        assertEquals(FinishReason.TOOL_CALLS, response.finishReason());
    }

    @Test
    void streamedToolCall_isOneEvent() throws Exception {
        server.reply(Replies.chunked(
                Replies.LINES,
                "{\"model\":\"m1\",\"message\":{\"thinking\":\"hm\"},\"done\":false}\n",
                "{\"model\":\"m1\",\"message\":{\"tool_calls\":[{\"id\":\"1\",\"function\":{\"index\":0,\"name\":\"t\",\"arguments\":{}}}]},\"done\":false}\n",
                "{\"model\":\"m1\",\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}\n"));
        Calls.Recorder recorder = new Calls.Recorder();

        Calls.await(provider.stream(ModelRequest.builder("m").build(), recorder));

        assertEquals(
                List.of(
                        new ModelEvent.Started(null, "m1"),
                        new ModelEvent.ReasoningDelta("hm"),
                        new ModelEvent.ToolCallDelta(0, "1", "t", "{}")),
                recorder.events);
    }

    @Test
    void unknownModel_saysWhatToDo() {
        server.reply(Replies.response(404, Map.of(), "{\"error\":\"model 'm' not found\"}"));

        NotFoundException failure = Calls.failure(
                NotFoundException.class,
                provider.complete(ModelRequest.builder("m").build()));

        assertTrue(failure.toString().contains("model 'm' not found"), failure.toString());
        assertTrue(failure.toString().contains("ollama pull"), failure.toString());
    }
}

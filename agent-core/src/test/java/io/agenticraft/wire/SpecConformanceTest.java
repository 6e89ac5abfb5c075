package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.ollama.Ollama;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kind of request that we send validates against the provider's own document. */
@Tag("conformance")
class SpecConformanceTest {
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"],\"additionalProperties\":false}";

    @Test
    void openAiRequests_areValid() throws Exception {
        Spec spec = Spec.load("openai/openapi.yaml", "CreateChatCompletionRequest");
        List<ModelRequest> requests =
                new ArrayList<>(recorded("openai/oa-chat-.*|azure/az-.*|ollama/olc-.*|mistral/.*"));
        requests.addAll(everything("https://example.org/a.png"));
        check(new OpenAi(), spec, requests);
    }

    @Test
    void ollamaRequests_areValid() throws Exception {
        Spec spec = Spec.load("ollama/openapi.yaml", "ChatRequest");
        List<ModelRequest> requests = new ArrayList<>(recorded("ollama/ol-(chat|404).*"));
        requests.addAll(everything(null));
        check(new Ollama(), spec, requests);
    }

    @Test
    void checks_canFail() throws Exception {
        Spec spec = Spec.load("ollama/openapi.yaml", "ChatRequest");

        assertEquals(List.of(), spec.faults("{\"model\":\"m\",\"messages\":[]}"));
        assertFalse(spec.faults("{\"model\":\"m\"}").isEmpty());
        assertFalse(spec.faults("{\"model\":\"m\",\"messages\":[{\"role\":\"judge\",\"content\":\"\"}]}")
                .isEmpty());
        assertFalse(spec.faults("{\"model\":\"m\",\"messages\":[],\"max_tokens\":1}")
                .isEmpty());
        Spec openAi = Spec.load("openai/openapi.yaml", "CreateChatCompletionRequest");
        String user = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]";
        assertEquals(List.of(), openAi.faults(user + "}"));
        assertFalse(openAi.faults("{\"model\":\"m\",\"messages\":[]}").isEmpty());
        assertFalse(openAi.faults(user + ",\"temperature\":3}").isEmpty());
        assertFalse(
                openAi.faults(user + ",\"tools\":[{\"type\":\"function\"}]}").isEmpty());
        assertFalse(openAi.faults(user + ",\"num_predict\":3}").isEmpty());
    }

    private static List<ModelRequest> recorded(String files) throws Exception {
        return Recording.matching(files).stream()
                .map(recording -> RecordedRequests.rebuild(recording.request()))
                .toList();
    }

    private static List<ModelRequest> everything(@Nullable String imageUrl) {
        List<Content> question = new ArrayList<>(List.of(new Text("Look"), Image.of("image/png", "aGVsbG8=")));
        if (imageUrl != null) {
            question.add(Image.of(URI.create(imageUrl)));
        }
        List<Message> messages = List.of(
                Message.system("Be brief"),
                new Message(Role.USER, question),
                new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Reasoning("hm", "openai", null, null),
                                new Text("I look"),
                                new ToolCall("call_1", "weather", "{\"city\":\"Bern\"}"),
                                new ToolCall("call_2", "weather", "not json"))),
                Message.tool(List.of(
                        new ToolResult("call_1", "weather", "sunny", false),
                        new ToolResult("call_2", "weather", "bad arguments", true))),
                new Message(Role.ASSISTANT, List.of(new Refusal("No"))),
                new Message(Role.ASSISTANT, List.of()),
                Message.user("And now?"));
        GenerationOptions options = GenerationOptions.builder()
                .maxTokens(100)
                .temperature(0.5)
                .topP(0.9)
                .stopSequences(List.of("END"))
                .seed(7)
                .frequencyPenalty(0.1)
                .presencePenalty(-0.1)
                .reasoningLevel("low")
                .parallelToolCalls(false)
                .build();
        ModelRequest.Builder full = ModelRequest.builder("gpt-oss:20b")
                .messages(messages)
                .tools(List.of(new ToolSpec("weather", "Tells the weather", SCHEMA)))
                .options(options);
        List<ModelRequest> requests = new ArrayList<>();
        for (ToolChoice choice :
                List.of(ToolChoice.auto(), ToolChoice.none(), ToolChoice.required(), ToolChoice.tool("weather"))) {
            requests.add(full.toolChoice(choice).build());
        }
        for (ResponseFormat format : List.of(
                ResponseFormat.json(),
                ResponseFormat.jsonSchema("city", SCHEMA),
                ResponseFormat.jsonSchema("loose", "{\"type\":\"object\"}"))) {
            requests.add(full.responseFormat(format).build());
        }
        return requests;
    }

    private static void check(ProviderFactory factory, Spec spec, List<ModelRequest> requests) throws Exception {
        try (WireServer server = WireServer.start();
                ModelProvider provider = factory.create(Calls.spec(factory.name(), server.url("")))) {
            server.always(Replies.response(500, Map.of(), ""));
            for (ModelRequest request : requests) {
                Calls.failure(RuntimeException.class, provider.complete(request));
                assertEquals(
                        List.of(),
                        spec.faults(server.last().body()),
                        server.last().body());
                Calls.failure(RuntimeException.class, provider.stream(request, event -> {}));
                assertEquals(
                        List.of(),
                        spec.faults(server.last().body()),
                        server.last().body());
            }
            assertEquals(2 * requests.size(), server.received().size());
        }
    }
}

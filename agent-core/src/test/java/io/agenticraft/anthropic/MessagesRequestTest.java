package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.InvalidJsonException;
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
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesRequestTest {
    private static final String START = "{\"model\":\"m\",\"max_tokens\":4096,\"messages\":[]";

    private static String body(ModelRequest.Builder request) throws IOException {
        return new String(
                new MessagesRequest(request.build(), "anthropic", new UnsupportedOptions("anthropic")).toBytes(false),
                StandardCharsets.UTF_8);
    }

    private static String body(GenerationOptions.Builder options) throws IOException {
        return body(ModelRequest.builder("m").options(options.build()));
    }

    private static String messages(Message... messages) throws IOException {
        String body = body(ModelRequest.builder("m").messages(messages));
        return body.substring(body.indexOf("\"messages\":") + 11, body.length() - 1);
    }

    @Test
    void options_goUnderAnthropicsNames() throws IOException {
        assertEquals(
                "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[],\"temperature\":0.5,\"top_p\":0.25,\"top_k\":3,"
                        + "\"stop_sequences\":[\"a\"]}",
                body(GenerationOptions.builder()
                        .maxTokens(9)
                        .temperature(0.5)
                        .topP(0.25)
                        .topK(3)
                        .stopSequences(List.of("a"))
                        .seed(1)
                        .frequencyPenalty(1)
                        .presencePenalty(1)));
    }

    @Test
    void systemMessages_areCollectedAtTheFront() throws IOException {
        assertEquals(
                "{\"model\":\"m\",\"max_tokens\":4096,\"system\":\"a\\n\\nb\",\"messages\":[{\"role\":\"user\",\"content\":"
                        + "[{\"type\":\"text\",\"text\":\"x\"}]}]}",
                body(ModelRequest.builder("m")
                        .messages(Message.system("a"), Message.user("x"), Message.system(""), Message.system("b"))));
    }

    @Test
    void extra_mayReplaceTheSystem() throws IOException {
        assertEquals(
                START + ",\"system\":[{\"type\":\"text\"}]}",
                body(ModelRequest.builder("m")
                        .messages(Message.system("a"))
                        .options(GenerationOptions.builder()
                                .extra(Map.of("system", List.of(Map.of("type", "text"))))
                                .build())));
    }

    @Test
    void toolTurn_isOneMessageOfTheUserWithWhatFollows() throws IOException {
        assertEquals(
                "[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"1\",\"name\":\"t\",\"input\":{\"a\":1}},"
                        + "{\"type\":\"tool_use\",\"id\":\"2\",\"name\":\"t\",\"input\":{\"invalid_json\":\"{oops\"}}]},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"1\",\"content\":\"r\"},"
                        + "{\"type\":\"tool_result\",\"tool_use_id\":\"2\",\"content\":\"bad\",\"is_error\":true},"
                        + "{\"type\":\"text\",\"text\":\"next\"}]}]",
                messages(
                        new Message(
                                Role.ASSISTANT,
                                List.of(new ToolCall("1", "t", "{\"a\":1}"), new ToolCall("2", "t", "{oops"))),
                        Message.tool(List.of(new ToolResult("1", "t", "r", false))),
                        Message.tool(List.of(new ToolResult("2", "t", "bad", true))),
                        Message.user("next")));
    }

    @Test
    void reasoning_goesBackUnchangedToItsAuthorOnly() throws IOException {
        assertEquals(
                "[{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"sig==\"},"
                        + "{\"type\":\"redacted_thinking\",\"data\":\"enc==\"},{\"type\":\"text\",\"text\":\"a\"},"
                        + "{\"type\":\"text\",\"text\":\"no\"}]}]",
                messages(new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Reasoning("hm", "anthropic", "sig==", null),
                                new Reasoning("", "anthropic", null, "enc=="),
                                new Reasoning("unsigned", "anthropic", null, null),
                                new Reasoning("foreign", "openai", "s", null),
                                new Text("a"),
                                new Refusal("no")))));
    }

    @Test
    void emptyTexts_areLeftOut() throws IOException {
        assertEquals(
                "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}]",
                messages(Message.user(""), Message.assistant(""), Message.user(new Text(""), new Text("a"))));
    }

    @Test
    void images_goByAddressAndByValue() throws IOException {
        assertEquals(
                "[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://x.test/a\"}},"
                        + "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"aGk=\"}}]}]",
                messages(Message.user(Image.of(URI.create("https://x.test/a")), Image.of("image/png", "aGk="))));
    }

    @Test
    void reasoningOptions_becomeThinking() throws IOException {
        assertEquals(
                "{\"model\":\"m\",\"max_tokens\":6144,\"messages\":[],\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":2048}}",
                body(GenerationOptions.builder().reasoningTokens(2048)));
        assertEquals(
                START + ",\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"low\"}}",
                body(GenerationOptions.builder().reasoningLevel("low")));
        assertEquals(
                START + ",\"thinking\":{\"type\":\"disabled\"}}",
                body(GenerationOptions.builder().reasoningLevel("none")));
    }

    @Test
    void schema_becomesTheOutputsFormat() throws IOException {
        assertEquals(
                START + ",\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\"}}}}",
                body(ModelRequest.builder("m")
                        .responseFormat(ResponseFormat.jsonSchema("n", "{\"type\":\"object\"}"))));
        assertThrows(
                InvalidJsonException.class,
                () -> body(ModelRequest.builder("m").responseFormat(ResponseFormat.json())));
    }

    @Test
    void tools_comeWithTheirChoice() throws IOException {
        ModelRequest.Builder request =
                ModelRequest.builder("m").tools(List.of(new ToolSpec("t", "d", "{\"type\":\"object\"}")));
        String start =
                START + ",\"tools\":[{\"name\":\"t\",\"description\":\"d\",\"input_schema\":{\"type\":\"object\"}}]";

        assertEquals(start + "}", body(request));
        assertEquals(start + ",\"tool_choice\":{\"type\":\"any\"}}", body(request.toolChoice(ToolChoice.required())));
        assertEquals(start + ",\"tool_choice\":{\"type\":\"none\"}}", body(request.toolChoice(ToolChoice.none())));
        assertEquals(
                start + ",\"tool_choice\":{\"type\":\"tool\",\"name\":\"t\"}}",
                body(request.toolChoice(ToolChoice.tool("t"))));
        assertEquals(
                start + ",\"tool_choice\":{\"type\":\"auto\",\"disable_parallel_tool_use\":true}}",
                body(request.toolChoice(ToolChoice.auto())
                        .options(GenerationOptions.builder()
                                .parallelToolCalls(false)
                                .build())));
    }
}

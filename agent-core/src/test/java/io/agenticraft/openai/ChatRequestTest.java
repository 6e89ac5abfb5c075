package io.agenticraft.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatRequestTest {
    private static final ToolSpec TOOL = new ToolSpec("t", "d", "{\"type\":\"object\"}");

    private static String body(ModelRequest.Builder request, Dialect dialect, boolean stream) throws IOException {
        return body(request, dialect, stream, null);
    }

    private static String body(
            ModelRequest.Builder request, Dialect dialect, boolean stream, @Nullable String reasoningField)
            throws IOException {
        byte[] bytes = new ChatRequest(
                        request.build(), "openai", dialect, reasoningField, new UnsupportedOptions("openai"))
                .toBytes(stream);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ModelRequest.Builder request(GenerationOptions options) {
        return ModelRequest.builder("m").options(options);
    }

    private static String messages(Message... messages) throws IOException {
        String body = body(ModelRequest.builder("m").messages(messages), Dialect.OPENAI, false);
        return body.substring(body.indexOf('['), body.length() - 1);
    }

    @Test
    void options_goUnderOpenAisNames() throws IOException {
        GenerationOptions options = GenerationOptions.builder()
                .maxTokens(9)
                .temperature(0.5)
                .topP(0.25)
                .stopSequences(List.of("a", "b"))
                .seed(7)
                .frequencyPenalty(0.5)
                .presencePenalty(-1)
                .reasoningLevel("low")
                .topK(3)
                .reasoningTokens(5)
                .build();

        assertEquals(
                "{\"model\":\"m\",\"messages\":[],\"max_completion_tokens\":9,\"temperature\":0.5,\"top_p\":0.25,"
                        + "\"stop\":[\"a\",\"b\"],\"seed\":7,\"frequency_penalty\":0.5,\"presence_penalty\":-1.0,"
                        + "\"reasoning_effort\":\"low\"}",
                body(request(options), Dialect.OPENAI, false));
    }

    @Test
    void otherHosts_haveTheOlderNames() throws IOException {
        GenerationOptions options =
                GenerationOptions.builder().maxTokens(9).seed(7).build();

        assertEquals(
                "{\"model\":\"m\",\"messages\":[],\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                        + "\"max_tokens\":9,\"seed\":7}",
                body(request(options), Dialect.OTHER, true));
        assertEquals(
                "{\"model\":\"m\",\"messages\":[],\"stream\":true,\"max_tokens\":9,\"random_seed\":7}",
                body(request(options), Dialect.MISTRAL, true));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, OPENAI",
        "https://eu.api.openai.com/v1, OPENAI",
        "https://me.openai.azure.com/openai/v1, AZURE",
        "https://me.services.ai.azure.com/models, AZURE",
        "https://api.mistral.ai/v1, MISTRAL",
        "https://api.groq.com/openai/v1, OTHER",
        "http://localhost:11434/v1, OTHER",
        "https://api.openai.com.evil.example/v1, OTHER"
    })
    void dialect_isTheHosts(String url, Dialect dialect) {
        assertEquals(dialect, Dialect.of(URI.create(url)));
    }

    @Test
    void toolIds_areNineLettersAndDigitsForMistral() {
        String foreign = "call_o5VOIpOSlES8PT2Q4zkZilhv";
        String derived = Dialect.MISTRAL.toolId(foreign);

        assertTrue(derived.matches("[a-z0-9]{9}"), derived);
        assertEquals(derived, Dialect.MISTRAL.toolId(foreign));
        assertNotEquals(derived, Dialect.MISTRAL.toolId(foreign + "2"));
        assertEquals(9, Dialect.MISTRAL.toolId("").length());
        assertEquals("bAyGEuxg1", Dialect.MISTRAL.toolId("bAyGEuxg1"));
        assertEquals(foreign, Dialect.OPENAI.toolId(foreign));
    }

    @Test
    void extra_isAddedAndGoesBeforeOurs() throws IOException {
        GenerationOptions options = GenerationOptions.builder()
                .temperature(0.5)
                .extra(Map.of("temperature", 1))
                .build();

        assertEquals(
                "{\"model\":\"m\",\"messages\":[],\"temperature\":1}", body(request(options), Dialect.OPENAI, false));
        GenerationOptions reserved =
                GenerationOptions.builder().extra(Map.of("stream", true)).build();
        assertThrows(InvalidJsonException.class, () -> body(request(reserved), Dialect.OPENAI, false));
    }

    @Test
    void images_goByAddressAndByValue() throws IOException {
        assertEquals(
                "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x.test/a.png\"}},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,aGk=\"}}]}]",
                messages(Message.user(
                        new Text("Look"),
                        Image.of(URI.create("https://x.test/a.png")),
                        Image.of("image/png", "aGk="))));
    }

    @Test
    void assistantTurn_keepsCallsAndRefusal() throws IOException {
        assertEquals(
                "[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":"
                        + "{\"name\":\"t\",\"arguments\":\"{oops\"}}]},"
                        + "{\"role\":\"tool\",\"tool_call_id\":\"1\",\"content\":\"Error: r\"},"
                        + "{\"role\":\"assistant\",\"refusal\":\"no\"}]",
                messages(
                        new Message(Role.ASSISTANT, List.of(new ToolCall("1", "t", "{oops"))),
                        Message.tool(List.of(new ToolResult("1", "t", "r", true))),
                        new Message(Role.ASSISTANT, List.of(new Refusal("no"))),
                        new Message(Role.ASSISTANT, List.of())));
    }

    @Test
    void reasoning_goesBackUnderTheHostsNameAmidToolCallsOnly() throws IOException {
        Reasoning own = new Reasoning("hm", "openai", null, null);
        Reasoning foreign = new Reasoning("theirs", "anthropic", "s", null);
        ModelRequest.Builder request = ModelRequest.builder("m")
                .messages(
                        new Message(Role.ASSISTANT, List.of(own, foreign, new ToolCall("1", "t", "{}"))),
                        new Message(Role.ASSISTANT, List.of(own, new Text("a"))));

        String other = body(request, Dialect.OTHER, false, "reasoning_content");
        assertTrue(other.contains("\"reasoning_content\":\"hm\",\"tool_calls\""), other);
        assertEquals(1, other.split("hm", -1).length - 1);
        assertFalse(other.contains("theirs"), other);
        assertFalse(body(request, Dialect.OPENAI, false, "reasoning_content").contains("hm"));
        assertFalse(body(request, Dialect.OTHER, false, null).contains("hm"));
    }

    @Test
    void tools_comeWithTheirChoice() throws IOException {
        ModelRequest.Builder request = ModelRequest.builder("m")
                .tools(List.of(TOOL))
                .options(GenerationOptions.builder().parallelToolCalls(false).build());
        String start = "{\"model\":\"m\",\"messages\":[],\"tools\":[{\"type\":\"function\",\"function\":"
                + "{\"name\":\"t\",\"description\":\"d\",\"parameters\":{\"type\":\"object\"}}}]";
        String end = ",\"parallel_tool_calls\":false}";

        assertEquals(start + end, body(request, Dialect.OPENAI, false));
        assertEquals(
                start + ",\"tool_choice\":\"none\"" + end,
                body(request.toolChoice(ToolChoice.none()), Dialect.OPENAI, false));
        assertEquals(
                start + ",\"tool_choice\":\"required\"" + end,
                body(request.toolChoice(ToolChoice.required()), Dialect.OPENAI, false));
        assertEquals(
                start + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"t\"}}" + end,
                body(request.toolChoice(ToolChoice.tool("t")), Dialect.OPENAI, false));
        assertEquals("{\"model\":\"m\",\"messages\":[]}", body(request.tools(List.of()), Dialect.OPENAI, false));
    }

    @Test
    void brokenToolSchema_isToldBeforeAnythingIsSent() {
        ModelRequest.Builder request = ModelRequest.builder("m").tools(List.of(new ToolSpec("t", "d", "{oops")));

        InvalidJsonException e = assertThrows(InvalidJsonException.class, () -> body(request, Dialect.OPENAI, false));

        assertTrue(e.toString().contains("The schema of the tool t"), e.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],\"additionalProperties\":false} | true",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"additionalProperties\":false} | false",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]} | false",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\"}},\"required\":[\"a\"],\"additionalProperties\":false} | false",
                "{\"type\":\"array\"} | false",
                "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}} | false"
            })
    void schema_isStrictWhereItMayBe(String schema, boolean strict) throws IOException {
        String body = body(
                ModelRequest.builder("m").responseFormat(ResponseFormat.jsonSchema("n", schema)),
                Dialect.OPENAI,
                false);

        assertEquals(
                "{\"model\":\"m\",\"messages\":[],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":"
                        + "{\"name\":\"n\",\"schema\":" + schema + ",\"strict\":" + strict + "}}}",
                body);
    }

    @Test
    void plainJson_isAskedFor() throws IOException {
        assertEquals(
                "{\"model\":\"m\",\"messages\":[],\"response_format\":{\"type\":\"json_object\"}}",
                body(ModelRequest.builder("m").responseFormat(ResponseFormat.json()), Dialect.OPENAI, false));
    }
}

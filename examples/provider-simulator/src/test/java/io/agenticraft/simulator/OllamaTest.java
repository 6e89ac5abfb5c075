package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ollama's API as its clients see it. */
final class OllamaTest {

    private static final String HELLO =
            "\"model\":\"llama3.2\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";
    private static final String WEATHER_TOOL =
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\","
                    + "\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},"
                    + "\"required\":[\"city\"]}}}]";
    private static final String WEATHER =
            "\"model\":\"llama3.2\",\"messages\":[{\"role\":\"user\",\"content\":\"Weather in Paris?\"}],"
                    + WEATHER_TOOL;

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static List<JsonNode> lines(HttpResponse<String> response) {
        return response.body().lines().map(Http::json).toList();
    }

    private static JsonNode plain(String fields) {
        return Http.json(Http.ollama(simulator, "{" + fields + ",\"stream\":false}"));
    }

    @Test
    void requestThatSaysNothing_isStreamed() {
        HttpResponse<String> response = Http.ollama(simulator, "{" + HELLO + "}");
        assertEquals(
                "application/x-ndjson",
                response.headers().firstValue("content-type").orElseThrow());
        List<JsonNode> lines = lines(response);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.at("/message/content").asText()));
        assertEquals("This is a simulated answer to: Hello", text.toString());
        JsonNode last = lines.get(lines.size() - 1);
        assertTrue(last.path("done").asBoolean());
        assertEquals(lines.size() - 1, last.path("eval_count").asInt());
        assertFalse(lines.get(0).path("done").asBoolean(true));
    }

    @Test
    void plainAnswer_hasCountsAndNanoseconds() {
        JsonNode body = plain(HELLO);
        assertEquals(
                "This is a simulated answer to: Hello",
                body.at("/message/content").asText());
        assertEquals("stop", body.path("done_reason").asText());
        assertTrue(body.path("prompt_eval_count").asInt() > 0);
        assertEquals(
                body.path("total_duration").asLong(),
                body.path("load_duration").asLong()
                        + body.path("prompt_eval_duration").asLong()
                        + body.path("eval_duration").asLong());
    }

    @Test
    void toolCall_hasArgumentsAsObjectInOneLine() {
        List<JsonNode> lines = lines(Http.ollama(simulator, "{" + WEATHER + "}"));
        assertEquals(2, lines.size());
        JsonNode function = lines.get(0).at("/message/tool_calls/0/function");
        assertEquals("get_weather", function.path("name").asText());
        assertEquals("Paris", function.at("/arguments/city").asText());
        assertEquals("stop", lines.get(1).path("done_reason").asText());
    }

    @Test
    void toolResult_isAnsweredWithText() {
        String messages = "\"messages\":[{\"role\":\"user\",\"content\":\"Weather in Paris?\"},"
                + "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"get_weather\","
                + "\"arguments\":{\"city\":\"Paris\"}}}]},"
                + "{\"role\":\"tool\",\"tool_name\":\"get_weather\",\"content\":\"18 degrees\"}]";
        JsonNode body = plain("\"model\":\"llama3.2\"," + messages + "," + WEATHER_TOOL);
        assertEquals(
                "The tool get_weather says: 18 degrees",
                body.at("/message/content").asText());
    }

    @Test
    void thinking_standsInFieldOfItsOwn() {
        assertTrue(plain(HELLO + ",\"think\":true")
                .at("/message/thinking")
                .asText()
                .contains("Hello"));
        assertFalse(plain(HELLO).at("/message").has("thinking"));
        List<JsonNode> lines = lines(Http.ollama(simulator, "{" + HELLO + ",\"think\":true}"));
        assertTrue(lines.get(0).at("/message").has("thinking"));
    }

    @Test
    void formatWithSchema_isSatisfied() {
        JsonNode body = plain(HELLO
                + ",\"format\":{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\",\"minimum\":18}},"
                + "\"required\":[\"age\"]}");
        assertTrue(Http.json(body.at("/message/content").asText()).path("age").asInt() >= 18);
    }

    @Test
    void generate_hasResponseInsteadOfMessage() {
        HttpResponse<String> response =
                Http.post(simulator, "/api/generate", "{\"model\":\"llama3.2\",\"prompt\":\"Hello\",\"stream\":false}");
        assertEquals(
                "This is a simulated answer to: Hello",
                Http.json(response).path("response").asText());
        assertFalse(Http.json(response).has("message"));
    }

    @Test
    void tags_listModelsWithTheirTags() {
        JsonNode models = Http.json(Http.get(simulator, "/api/tags")).path("models");
        assertTrue(models.findValuesAsText("name").contains("llama3.2:latest"));
        assertTrue(models.findValuesAsText("name").contains("qwen3:8b"));
    }

    @Test
    void version_isTold() {
        assertTrue(
                Http.json(Http.get(simulator, "/api/version")).path("version").isTextual());
    }

    @Test
    void numPredict_endsWithLength() {
        JsonNode body = plain(HELLO + ",\"options\":{\"num_predict\":2}");
        assertEquals("length", body.path("done_reason").asText());
        assertEquals(2, body.path("eval_count").asInt());
    }
}

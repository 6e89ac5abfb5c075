package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is sent satisfies the providers' own OpenAPI documents. */
@Tag("conformance")
final class ConformanceTest {

    private static final String MESSAGES =
            "\"messages\":[{\"role\":\"user\",\"content\":\"Weather in Oslo and the time?\"}]";
    private static final String TOOLS = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\","
            + "\"description\":\"d\",\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}},"
            + "{\"type\":\"function\",\"function\":{\"name\":\"get_time\",\"parameters\":{\"type\":\"object\"}}}]";

    private static Simulator simulator;
    private static Specification openAi;
    private static Specification ollama;

    @BeforeAll
    static void start() {
        openAi = Specification.load("specs/openai/openapi.yaml");
        ollama = Specification.load("specs/ollama/openapi.yaml");
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private static String openAiBody(String more) {
        return "{\"model\":\"gpt-4o-mini\"," + MESSAGES + more + "}";
    }

    private static String ollamaBody(String more) {
        return "{\"model\":\"llama3.2\"," + MESSAGES + more + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"n\":2",
                ",\"max_tokens\":2",
                "," + TOOLS,
                ",\"reasoning_effort\":\"low\"",
                ",\"response_format\":{\"type\":\"json_object\"}"
            })
    void openAiAnswers_areValid(String more) {
        HttpResponse<String> response = Http.openAi(simulator, openAiBody(more), "cached=3");
        assertEquals(200, response.statusCode());
        openAi.check("CreateChatCompletionResponse", response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"n\":2", "," + TOOLS, ",\"stream_options\":{\"include_usage\":true}"})
    void openAiChunks_areValid(String more) {
        List<String> data = Http.data(Http.openAi(simulator, openAiBody(more + ",\"stream\":true")));
        assertEquals("[DONE]", data.get(data.size() - 1));
        List<String> chunks = data.subList(0, data.size() - 1);
        assertFalse(chunks.isEmpty());
        // The text of the document says that usage is null in every chunk but the last; its schema forgets to allow it.
        chunks.forEach(
                chunk -> openAi.check("CreateChatCompletionStreamResponse", chunk.replace(",\"usage\":null", "")));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CUT", "MALFORMED", "RESET", "HANG"},
            mode = EnumSource.Mode.EXCLUDE)
    void openAiErrors_areValid(Fault fault) {
        HttpResponse<String> response = Http.openAi(simulator, openAiBody(""), "error=" + fault.label());
        assertEquals(fault.late() ? 500 : fault.status(), response.statusCode());
        openAi.check("ErrorResponse", response.body());
    }

    @Test
    void openAiErrorOfUnknownPath_isValid() {
        openAi.check("ErrorResponse", Http.get(simulator, "/v1/nothing").body());
    }

    @Test
    void openAiModels_areValid() {
        openAi.check(
                "ListModelsResponse",
                Http.get(simulator, "/v1/models", "authorization", "Bearer k").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "," + TOOLS, ",\"think\":true", ",\"format\":\"json\""})
    void ollamaAnswers_areValid(String more) {
        ollama.check(
                "ChatResponse",
                Http.ollama(simulator, ollamaBody(more + ",\"stream\":false")).body());
        List<String> lines =
                Http.ollama(simulator, ollamaBody(more)).body().lines().toList();
        assertFalse(lines.isEmpty());
        lines.forEach(line -> ollama.check("ChatStreamEvent", line));
        ollama.check("ChatResponse", lines.get(lines.size() - 1));
    }

    @Test
    void ollamaGenerate_isValid() {
        String body = "{\"model\":\"llama3.2\",\"prompt\":\"Hello\"";
        ollama.check(
                "GenerateResponse",
                Http.post(simulator, "/api/generate", body + ",\"stream\":false}")
                        .body());
        Http.post(simulator, "/api/generate", body + "}")
                .body()
                .lines()
                .forEach(line -> ollama.check("GenerateStreamEvent", line));
    }

    @Test
    void ollamaLists_areValid() {
        ollama.check("ListResponse", Http.get(simulator, "/api/tags").body());
        ollama.check("VersionResponse", Http.get(simulator, "/api/version").body());
        JsonNode error = Http.json(Http.ollama(simulator, ollamaBody(""), "error=404"));
        ollama.check("ErrorResponse", error.toString());
    }

    @Test
    void invalidAnswer_isFound() {
        // Proves that the checks can fail.
        assertFalse(openAi.errors("CreateChatCompletionResponse", "{\"id\":\"x\",\"choices\":[{}]}")
                .isEmpty());
        assertFalse(openAi.errors("ErrorResponse", "{\"error\":{\"message\":\"m\"}}")
                .isEmpty());
        assertFalse(ollama.errors("ChatResponse", "{\"done\":\"yes\"}").isEmpty());
    }
}

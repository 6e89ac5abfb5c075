package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the model says without a script, through OpenAI's API. */
final class AnswerTest {

    private static final String TOOLS = ",\"tools\":["
            + "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"parameters\":{}}},"
            + "{\"type\":\"function\",\"function\":{\"name\":\"get_time\",\"parameters\":{}}}]";

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String body(String more) {
        return "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Weather and time?\"}]" + more
                + "}";
    }

    private static JsonNode ask(String more, String... directives) {
        return Http.json(Http.openAi(simulator, body(more), directives));
    }

    private static List<String> tools(JsonNode answer) {
        return answer.at("/choices/0/message/tool_calls").findValuesAsText("name");
    }

    private static String content(JsonNode answer) {
        return answer.at("/choices/0/message/content").asText();
    }

    @Test
    void twoToolsAskedFor_areCalledTogether() {
        JsonNode answer = ask(TOOLS);
        assertEquals(List.of("get_weather", "get_time"), tools(answer));
        assertTrue(answer.at("/choices/0/message/content").isNull());
        Set<String> ids =
                new HashSet<>(answer.at("/choices/0/message/tool_calls").findValuesAsText("id"));
        assertEquals(2, ids.size());
    }

    @Test
    void toolChoice_isObeyed() {
        assertEquals(List.of("get_weather"), tools(ask(TOOLS + ",\"parallel_tool_calls\":false")));
        assertEquals(List.of(), tools(ask(TOOLS + ",\"tool_choice\":\"none\"")));
        assertEquals(
                List.of("get_time"),
                tools(ask(TOOLS + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"get_time\"}}")));
    }

    @Test
    void jsonSchema_isSatisfied() {
        JsonNode answer =
                ask(",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":"
                        + "{\"type\":\"object\",\"required\":[\"stars\"],\"properties\":"
                        + "{\"stars\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":5}}}}}");
        int stars = Http.json(content(answer)).path("stars").asInt();
        assertTrue(stars >= 1 && stars <= 5, content(answer));
    }

    @Test
    void stopAndMaxTokens_endTheText() {
        assertEquals("This is a ", content(ask(",\"stop\":[\"simulated\"]")));
        JsonNode cut = ask(",\"max_completion_tokens\":3");
        assertEquals("length", cut.at("/choices/0/finish_reason").asText());
        assertEquals(3, cut.at("/usage/completion_tokens").asInt());
    }

    @Test
    void directives_shapeTheAnswer() {
        assertEquals("Hi", content(ask("", "text=Hi")));
        assertEquals(250, ask("", "tokens=250").at("/usage/completion_tokens").asInt());
        assertEquals(
                4,
                ask("", "cached=4")
                        .at("/usage/prompt_tokens_details/cached_tokens")
                        .asInt());
        assertTrue(ask("", "reasoning")
                        .at("/usage/completion_tokens_details/reasoning_tokens")
                        .asInt()
                > 0);
    }

    @Test
    void choices_areIndexedAndInterleaved() {
        JsonNode answer = ask(",\"n\":3");
        assertEquals(3, answer.path("choices").size());
        List<String> data = Http.data(Http.openAi(simulator, body(",\"n\":2,\"stream\":true")));
        assertEquals(0, Http.json(data.get(2)).at("/choices/0/index").asInt());
        assertEquals(1, Http.json(data.get(3)).at("/choices/0/index").asInt());
    }

    @Test
    void sameSeedAndRequests_giveTheSameBytes() {
        SimulatorOptions options = SimulatorOptions.builder().seed(11).build();
        java.time.Instant now = java.time.Instant.parse("2026-01-01T00:00:00Z");
        assertEquals(bodies(options, now), bodies(options, now));
        assertNotEquals(
                bodies(options, now), bodies(options.toBuilder().seed(12).build(), now));
    }

    private static List<String> bodies(SimulatorOptions options, java.time.Instant now) {
        try (Simulator one = Simulator.start(options, () -> now)) {
            return IntStream.range(0, 5)
                    .mapToObj(i -> Http.openAi(one, body(TOOLS)).body())
                    .toList();
        }
    }

    @Test
    void conversationWithUnknownToolCall_isBadRequest() {
        String messages = "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"call_none\",\"content\":\"y\"}]}";
        assertEquals(400, Http.openAi(simulator, messages).statusCode());
        assertEquals(
                400,
                Http.openAi(simulator, body(",\"stream_options\":{\"include_usage\":true}"))
                        .statusCode());
    }

    @Test
    void knownModels_areTheOnlyOnesWhenNamed() {
        SimulatorOptions options =
                SimulatorOptions.builder().models(List.of("gpt-4o-mini")).build();
        try (Simulator strict = Simulator.start(options)) {
            assertEquals(200, Http.openAi(strict, body("")).statusCode());
            assertEquals(
                    404,
                    Http.openAi(strict, body("").replace("gpt-4o-mini", "gpt-4o"))
                            .statusCode());
            assertEquals(
                    404,
                    Http.ollama(strict, body("").replace("gpt-4o-mini", "llama3.2"))
                            .statusCode());
            assertEquals(
                    200,
                    Http.ollama(strict, body("").replace("gpt-4o-mini", "gpt-4o-mini:latest"))
                            .statusCode());
        }
    }

    @Test
    void longQuestion_isEchoedInPart() {
        JsonNode answer = Http.json(Http.openAi(simulator, body("").replace("Weather", "😀".repeat(300))));
        assertFalse(content(answer).contains("time?"));
        assertTrue(content(answer).endsWith("…"));
    }
}

package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests that were once sent to the real providers are sent to the simulator: it must take them all, and its answers
 * must have no field that the provider's have not, and none of the important ones less.
 */
@Tag("conformance")
final class RecordingsTest {

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static HttpResponse<String> openAi(Recordings.Interaction interaction, String body) {
        assertFalse(interaction.uri().isEmpty());
        return Http.openAi(simulator, body);
    }

    private static HttpResponse<String> anthropic(Recordings.Interaction interaction, String body) {
        assertFalse(interaction.uri().isEmpty());
        return Http.anthropic(simulator, body);
    }

    private static HttpResponse<String> ollama(Recordings.Interaction interaction, String body) {
        String path = interaction.uri().endsWith("/api/generate") ? "/api/generate" : "/api/chat";
        return Http.post(simulator, path, body);
    }

    @Test
    void openAi_takesRecordedRequestsAndInventsNoField() {
        compare(Recordings.of("openai", "/chat/completions"), RecordingsTest::openAi);
    }

    @Test
    void anthropic_takesRecordedRequestsAndInventsNoField() {
        List<Recordings.Interaction> interactions = Recordings.of("anthropic", "/v1/messages").stream()
                .filter(interaction -> !interaction.uri().contains("count_tokens"))
                .toList();
        compare(interactions, RecordingsTest::anthropic);
    }

    @Test
    void ollama_takesRecordedRequestsAndInventsNoField() {
        compare(Recordings.of("ollama", "/api/"), RecordingsTest::ollama);
    }

    private static void compare(
            List<Recordings.Interaction> interactions,
            BiFunction<Recordings.Interaction, String, HttpResponse<String>> send) {
        List<JsonNode> recorded = new ArrayList<>();
        List<JsonNode> simulated = new ArrayList<>();
        for (Recordings.Interaction interaction : interactions) {
            recorded.addAll(interaction.values());
            if (interaction.status() == 200) {
                HttpResponse<String> response =
                        send.apply(interaction, interaction.request().toString());
                assertEquals(200, response.statusCode(), () -> interaction.name() + ": " + response.body());
                assertEquals(
                        interaction.streamed(),
                        !response.headers()
                                .firstValue("content-type")
                                .orElse("")
                                .equals("application/json"),
                        interaction::name);
                simulated.addAll(Recordings.values(response.body()));
            }
        }
        assertFalse(simulated.isEmpty());
        Set<String> invented = new TreeSet<>(Recordings.shape(simulated));
        invented.removeAll(Recordings.shape(recorded));
        assertEquals(Set.of(), invented);
    }

    @Test
    void plainAnswers_lackNothingThatMatters() {
        assertEquals(Set.of(), missing("openai", "/chat/completions", "oa-chat-tools.json", RecordingsTest::openAi));
        assertEquals(
                Set.of(".content[].caller", ".content[].caller.type", ".stop_details", ".usage.inference_geo"),
                missing("anthropic", "/v1/messages", "an-tools-parallel.json", RecordingsTest::anthropic));
        assertEquals(
                Set.of(".message.thinking"),
                missing("ollama", "/api/chat", "ol-chat-tools.json", RecordingsTest::ollama));
    }

    @Test
    void streams_lackNothingThatMatters() {
        assertEquals(
                Set.of(), missing("openai", "/chat/completions", "oa-chat-stream-usage.json", RecordingsTest::openAi));
        assertEquals(
                Set.of(
                        ".content_block.caller",
                        ".content_block.caller.type",
                        ".delta.stop_details",
                        ".message.stop_details",
                        ".message.usage.inference_geo"),
                missing("anthropic", "/v1/messages", "an-tools-stream.json", RecordingsTest::anthropic));
        assertEquals(Set.of(), missing("ollama", "/api/chat", "ol-chat-stream.json", RecordingsTest::ollama));
    }

    /** What the recorded answers of a file have and the simulated ones to the same requests have not. */
    private static Set<String> missing(
            String provider,
            String uri,
            String file,
            BiFunction<Recordings.Interaction, String, HttpResponse<String>> send) {
        List<JsonNode> recorded = new ArrayList<>();
        List<JsonNode> simulated = new ArrayList<>();
        for (Recordings.Interaction interaction : Recordings.of(provider, uri)) {
            if (interaction.name().equals(file)) {
                recorded.addAll(interaction.values());
                simulated.addAll(Recordings.values(
                        send.apply(interaction, interaction.request().toString())
                                .body()));
            }
        }
        assertFalse(recorded.isEmpty(), file);
        Set<String> missing = new TreeSet<>(Recordings.shape(recorded));
        missing.removeAll(Recordings.shape(simulated));
        return missing;
    }
}

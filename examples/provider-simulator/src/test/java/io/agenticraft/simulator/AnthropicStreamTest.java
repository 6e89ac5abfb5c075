package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anthropic's stream to the letter. */
final class AnthropicStreamTest {

    private final AnthropicDialect dialect = new AnthropicDialect();

    private String stream(Answer answer) {
        return Turns.stream(dialect, Turns.call(true, 1), answer);
    }

    private List<JsonNode> events(Answer answer) {
        List<JsonNode> events = new ArrayList<>();
        String name = "";
        for (String line : stream(answer).lines().toList()) {
            if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                JsonNode data = Http.json(line.substring("data: ".length()));
                assertEquals(name, data.path("type").asText(), "the event is named as its data");
                events.add(data);
            } else {
                assertEquals("", line);
            }
        }
        return events;
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asText()).toList();
    }

    private static List<JsonNode> deltas(List<JsonNode> events, String type) {
        return events.stream()
                .map(event -> event.path("delta"))
                .filter(delta -> delta.path("type").asText().equals(type))
                .toList();
    }

    @Test
    void text_isFramedByMessageAndBlock() {
        assertEquals(
                List.of(
                        "message_start",
                        "content_block_start",
                        "ping",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop"),
                types(events(Turns.text("Hi", " you"))));
    }

    @Test
    void usage_isCumulativeAndCountsCachedTokensApart() {
        List<JsonNode> events = events(Turns.text("a", "b", "c"));
        JsonNode start = events.get(0).at("/message/usage");
        assertEquals(6, start.path("input_tokens").asInt());
        assertEquals(4, start.path("cache_read_input_tokens").asInt());
        assertEquals(1, start.path("output_tokens").asInt());
        JsonNode end = events.get(events.size() - 2).path("usage");
        assertEquals(3, end.path("output_tokens").asInt());
        assertEquals(6, end.path("input_tokens").asInt());
    }

    @Test
    void thinking_isABlockWithSignatureBeforeTheText() {
        List<JsonNode> events = events(Turns.thoughtful("Hm.", "Yes"));
        assertEquals("thinking", events.get(1).at("/content_block/type").asText());
        assertEquals(
                "Hm.", deltas(events, "thinking_delta").get(0).path("thinking").asText());
        assertEquals(1, deltas(events, "signature_delta").size());
        JsonNode text = events.stream()
                .filter(event -> event.at("/content_block/type").asText().equals("text"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, text.path("index").asInt());
        JsonNode end = events.get(events.size() - 2);
        assertEquals("max_tokens", end.at("/delta/stop_reason").asText());
        assertEquals(1, end.at("/usage/output_tokens_details/thinking_tokens").asInt());
    }

    @Test
    void toolUses_areBlocksWhoseArgumentsComeInPieces() {
        List<JsonNode> events = events(Turns.tools(Turns.FIRST, Turns.SECOND));
        StringBuilder arguments = new StringBuilder();
        deltas(events, "input_json_delta")
                .forEach(delta -> arguments.append(delta.path("partial_json").asText()));
        assertEquals(Turns.FIRST.arguments() + Turns.SECOND.arguments(), arguments.toString());
        assertEquals(
                "",
                deltas(events, "input_json_delta").get(0).path("partial_json").asText("?"));
        List<JsonNode> starts = events.stream()
                .filter(event -> event.path("type").asText().equals("content_block_start"))
                .toList();
        assertEquals(2, starts.size());
        assertEquals("{}", starts.get(1).at("/content_block/input").toString());
        assertEquals(1, starts.get(1).path("index").asInt());
        assertEquals(1, types(events).stream().filter("ping"::equals).count());
    }

    @Test
    void stopSequence_isNamed() {
        Answer answer = new Answer(
                List.of(), List.of("x"), List.of(), Answer.Finish.STOP_SEQUENCE, "END", new Answer.Usage(1, 0, 1, 0));
        List<JsonNode> events = events(answer);
        JsonNode delta = events.get(events.size() - 2).path("delta");
        assertEquals("stop_sequence", delta.path("stop_reason").asText());
        assertEquals("END", delta.path("stop_sequence").asText());
    }

    @Test
    void plainAnswer_hasTheSameBlocks() {
        JsonNode plain =
                Http.json(dialect.plain(Turns.of(Turns.call(false, 1), Turns.tools(Turns.FIRST, Turns.SECOND))));
        assertEquals("Oslo", plain.at("/content/0/input/city").asText());
        assertTrue(plain.at("/content/1/input").isObject());
        assertEquals("tool_use", plain.path("stop_reason").asText());
        JsonNode thoughtful = Http.json(dialect.plain(Turns.of(Turns.call(false, 1), Turns.thoughtful("Hm.", "Yes"))));
        assertEquals("Hm.", thoughtful.at("/content/0/thinking").asText());
        assertFalse(thoughtful.at("/content/0/signature").asText().isEmpty());
        assertEquals("Yes", thoughtful.at("/content/1/text").asText());
    }

    @Test
    void lines_endInLineFeedsAndNothingIsDone() {
        String stream = stream(Turns.text("Hi\r\n"));
        assertFalse(stream.contains("\r"));
        assertFalse(stream.contains("[DONE]"));
        assertTrue(stream.endsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
    }
}

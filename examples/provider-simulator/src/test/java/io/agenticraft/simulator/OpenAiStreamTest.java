package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenAI's stream to the letter. */
final class OpenAiStreamTest {

    private static final String HEAD = "data: {\"id\":\"chatcmpl-ID\",\"object\":\"chat.completion.chunk\","
            + "\"created\":1767225600,\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":\"default\","
            + "\"system_fingerprint\":\"fp_simulated\",\"choices\":[";

    private final OpenAiDialect dialect = new OpenAiDialect();

    private List<JsonNode> chunks(Call call, Answer answer) {
        return Turns.stream(dialect, call, answer)
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> Http.json(line.substring("data: ".length())))
                .toList();
    }

    @Test
    void text_isWrittenAsRecordedStreamsAre() {
        assertEquals(
                HEAD + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null},"
                        + "\"logprobs\":null,\"finish_reason\":null}]}\n\n"
                        + HEAD
                        + "{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n"
                        + HEAD + "{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: [DONE]\n\n",
                Turns.stream(dialect, Turns.call(false, 1), Turns.text("Hi")));
    }

    @Test
    void usage_isNullUntilAChunkOfItsOwn() {
        List<JsonNode> chunks = chunks(Turns.call(true, 1), Turns.text("a", "b"));
        JsonNode last = chunks.get(chunks.size() - 1);
        assertTrue(last.path("choices").isEmpty());
        assertEquals(12, last.at("/usage/total_tokens").asInt());
        assertEquals(4, last.at("/usage/prompt_tokens_details/cached_tokens").asInt());
        for (JsonNode chunk : chunks.subList(0, chunks.size() - 1)) {
            assertTrue(chunk.has("usage") && chunk.get("usage").isNull(), chunk::toString);
            assertEquals(1, chunk.path("choices").size());
        }
    }

    @Test
    void toolCalls_startOnceAndGoOnByIndex() {
        List<JsonNode> chunks = chunks(Turns.call(false, 1), Turns.tools(Turns.FIRST, Turns.SECOND));
        assertTrue(chunks.get(0).at("/choices/0/delta/content").isNull());
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        int starts = 0;
        for (JsonNode chunk : chunks) {
            for (JsonNode call : chunk.at("/choices/0/delta/tool_calls")) {
                starts += call.has("id") ? 1 : 0;
                assertEquals(call.has("id"), call.path("function").has("name"));
                assertEquals(call.has("id"), call.has("type"));
                (call.path("index").asInt() == 0 ? first : second)
                        .append(call.at("/function/arguments").asText());
            }
        }
        assertEquals(2, starts);
        assertEquals(Turns.FIRST.arguments(), first.toString());
        assertEquals(Turns.SECOND.arguments(), second.toString());
        assertEquals(
                "tool_calls",
                chunks.get(chunks.size() - 1).at("/choices/0/finish_reason").asText());
    }

    @Test
    void choices_areAllFinished() {
        List<JsonNode> chunks = chunks(Turns.call(true, 2), Turns.text("a"));
        List<String> finished = chunks.stream()
                .filter(chunk -> chunk.at("/choices/0/finish_reason").isTextual())
                .map(chunk -> chunk.at("/choices/0/index").asText())
                .toList();
        assertEquals(List.of("0", "1"), finished);
        assertEquals(
                2, chunks.get(chunks.size() - 1).at("/usage/completion_tokens").asInt(), "both choices are paid for");
    }

    @Test
    void specialCharacters_areEscaped() {
        String nasty = "\"\\\n\r\t\u0001 \u2028 😀 </script>";
        List<JsonNode> chunks = chunks(Turns.call(false, 1), Turns.text(nasty));
        assertEquals(nasty, chunks.get(1).at("/choices/0/delta/content").asText());
        assertFalse(
                Turns.stream(dialect, Turns.call(false, 1), Turns.text(nasty)).contains("\r"));
    }

    @Test
    void everyToken_isAPieceOfItsOwn() {
        Frames frames = new Frames();
        dialect.stream(Turns.of(Turns.call(true, 1), Turns.text("a", "b", "c")), frames);
        List<String> pieces = frames.pieces();
        assertEquals(3, pieces.size());
        assertTrue(pieces.get(0).contains("\"role\"") && pieces.get(0).contains("\"a\""));
        assertTrue(pieces.get(2).endsWith("data: [DONE]\n\n"));
        assertEquals(frames.text().toString(), String.join("", pieces));
    }

    @Test
    void lengthAndStopSequence_haveOpenAisNames() {
        assertEquals("length", OpenAiDialect.finish(Answer.Finish.LENGTH));
        assertEquals("stop", OpenAiDialect.finish(Answer.Finish.STOP_SEQUENCE));
    }
}

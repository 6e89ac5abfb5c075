package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.model.Usage;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables and JSON of names from anywhere, of huge figures and of none. */
class StrangeNamesTest {
    private final CallStats stats = CallStats.create();

    private void succeed(String provider, String model, String agent, Usage usage) {
        stats.recorder(provider, model, agent).succeeded(0, 1_000_000, -1, usage, null);
    }

    @Test
    void columns_areStraight_whateverTheLetters() {
        succeed("openai", "gpt-4o", "clerk", Usage.of(1, 1));
        succeed("通义", "千问-最大", "事務員", Usage.of(1, 1));
        succeed("openai", "cafe\u0301", "\uD83E\uDD16", Usage.of(1, 1));
        List<String> lines = stats.summary().lines().toList();

        int width = TextWidth.of(lines.get(0));
        assertEquals("通义:千问-最大 for 事務員: cost unknown 1", lines.get(5));
        for (String line : lines.subList(0, 5)) {
            assertEquals(width, TextWidth.of(line), line);
        }
        assertEquals(4, TextWidth.of("千问"));
        assertEquals(4, TextWidth.of("cafe\u0301"));
        assertEquals(2, TextWidth.of("\uD83E\uDD16"));
    }

    @Test
    void lineEndsAndEscapes_inNames_breakNoLine() {
        stats.recorder("openai", "gpt\n4o", "a\u001B[31m\u009B").failed(0, 1, Answers.rateLimited(), null);
        List<String> lines = stats.summary().lines().toList();

        assertEquals(3, lines.size(), stats.summary());
        Check.contains("gpt?4o  a?[31m?", lines.get(1));
        assertEquals("openai:gpt?4o for a?[31m?: rate_limit 1", lines.get(2));
    }

    @Test
    void hugeFigures_keepColumnsStraight() {
        succeed("p", "m", "", Usage.of(Long.MAX_VALUE / 4, 1L << 60));
        stats.recorder("p", "m", "").succeeded(0, Long.MAX_VALUE / 2, Long.MAX_VALUE, Usage.unknown(), null);
        succeed("p", "n", "", Usage.unknown());
        List<String> lines = stats.summary().lines().toList();

        assertEquals(lines.get(0).length(), lines.get(1).length());
        assertEquals(lines.get(0).length(), lines.get(2).length());
        Check.contains(String.valueOf(Long.MAX_VALUE / 4), lines.get(1));
    }

    @Test
    void json_ofAnything_parsesBack_andWhatIsNotKnownIsNull() throws IOException {
        succeed("p\"\\\n", "千问\uD83E\uDD16\u0000", "a\u2028b", Usage.unknown());
        stats.recorder("p", "failing", "").failed(0, 1, Answers.rateLimited(), null);
        stats.recorder("p", "cancelled", "").cancelled(0);
        String text = stats.snapshot().json();
        JsonNode json = new ObjectMapper().readTree(text);

        assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
        JsonNode first = json.path("series").path(0);
        assertEquals("p\"\\\n", first.path("provider").asText());
        assertEquals("千问\uD83E\uDD16\u0000", first.path("model").asText());
        assertEquals("a\u2028b", first.path("agent").asText());
        assertTrue(first.path("tokens").path("per_request").isNull());
        assertEquals(1, first.path("cost_unknown").asLong());
        JsonNode failing = json.path("series").path(1);
        assertTrue(failing.path("average_latency_ms").isNull());
        assertTrue(failing.path("latency_ms").path("max").isNull());
        assertEquals(0, failing.path("success_rate").asDouble(-1));
        assertTrue(json.path("series").path(2).path("success_rate").isNull(), "of nothing but cancelled calls");
    }

    @Test
    void json_ofNothing_isWhole() throws IOException {
        JsonNode json = new ObjectMapper().readTree(stats.snapshot().json());

        assertEquals(0, json.path("series").size());
        assertEquals(0, json.path("total").path("requests").asLong(-1));
        assertEquals(0, json.path("total").path("cost_usd").asDouble(-1));
        assertTrue(json.path("total").path("latency_ms").path("p50").isNull());
    }
}

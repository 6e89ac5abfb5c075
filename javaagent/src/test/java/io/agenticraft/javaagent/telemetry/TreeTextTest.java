package io.agenticraft.javaagent.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTextTest {
    private static final SpanData ROOT =
            Spans.span(7, 1, 0, "invoke_agent desk", Attributes.empty(), StatusData.unset());
    private static final SpanData CHAT = Spans.span(
            7,
            2,
            1,
            "chat m",
            Attributes.builder()
                    .put("gen_ai.request.model", "m")
                    .put("gen_ai.response.model", "m-1")
                    .put("gen_ai.usage.input_tokens", 21)
                    .put("gen_ai.usage.output_tokens", 7)
                    .put("gen_ai.response.time_to_first_chunk", 0.21)
                    .build(),
            StatusData.unset());
    private static final SpanData TOOL = Spans.span(
            7,
            4,
            1,
            "execute_tool t",
            Attributes.builder().put("error.type", "timeout").build(),
            StatusData.create(StatusCode.ERROR, "secret"));
    private static final SpanData NESTED = Spans.span(
            7,
            3,
            2,
            "http",
            Attributes.builder().put("gen_ai.usage.output_tokens", 3).build(),
            StatusData.error());

    @Test
    void tree_inUnicode() {
        String expected = """
                trace 00000000000000000000000000000007
                invoke_agent desk    1.25 s
                ├─ chat m            1.25 s  m-1  21 in, 7 out  first token 210 ms
                │  └─ http           1.25 s  ? in, 3 out  error unknown
                └─ execute_tool t    1.25 s  error timeout
                """;

        assertEquals(expected, new TreeText(120, true).of(ROOT, List.of(NESTED, TOOL, CHAT, ROOT)));
    }

    @Test
    void tree_inAscii() {
        String text = new TreeText(120, false).of(ROOT, List.of(CHAT, TOOL, ROOT));

        assertTrue(text.contains("\n|- chat m"), text);
        assertTrue(text.contains("\n`- execute_tool t"), text);
        assertTrue(text.chars().allMatch(c -> c < 128), text);
    }

    @Test
    void lines_areCutToTheWidth() {
        SpanData longName = Spans.span(7, 5, 1, "x".repeat(300), Attributes.empty(), StatusData.unset());

        for (boolean unicode : new boolean[] {true, false}) {
            String text = new TreeText(40, unicode).of(ROOT, List.of(longName, CHAT, ROOT));

            assertTrue(text.lines().allMatch(line -> line.length() <= 40), text);
            assertTrue(text.contains(unicode ? "xx…" : "xx..."), text);
            assertTrue(text.contains("1.25 s"), text);
        }
    }

    @Test
    void shortTimes_areInMilliseconds() {
        assertTrue(new TreeText(120, true).of(CHAT, List.of(CHAT)).contains("first token 210 ms"));
    }

    @Test
    void decisionsAndCost_areTold() {
        Attributes counted = Attributes.builder()
                .put("agenticraft.retry.count", 2)
                .put("agenticraft.cache_hit.count", 1)
                .put("agenticraft.usage.cost", 0.0000456789)
                .build();
        SpanData run = Spans.with(
                List.of("agenticraft.retry", "somebody.elses", "agenticraft.cache_hit", "agenticraft.retry"), counted);

        assertTrue(SpanFacts.of(run).endsWith("  $0.000046  2 x retry, cache hit"), SpanFacts.of(run));
    }

    @Test
    void attempt_saysWhyItWasMade() {
        SpanData chat = Spans.span(
                7,
                2,
                1,
                "chat m",
                Attributes.builder()
                        .put("agenticraft.attempt.reason", "fallback")
                        .put("error.type", "500")
                        .build(),
                StatusData.error());

        assertTrue(SpanFacts.of(chat).endsWith("  fallback  error 500"), SpanFacts.of(chat));
    }
}

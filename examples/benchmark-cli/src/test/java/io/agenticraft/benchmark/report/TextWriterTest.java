package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.benchmark.measure.Samples;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextWriterTest {
    @Test
    void firstLine_saysAgainstWhat() {
        String text = write(Samples.report(Samples.result("a", Samples.answers(10, true), true)));
        assertTrue(text.startsWith("Measured against the embedded simulator, which has no model behind it"), text);
        assertTrue(text.contains("\nLoad: closed loop of 1\n"), text);
    }

    @Test
    void columns_areAligned() {
        String text = write(Samples.report(
                Samples.result("a", Samples.answers(100, true), true),
                Samples.result("much-longer-name", Samples.answers(7, true), true)));
        List<String> lines =
                text.lines().filter(line -> line.startsWith("openai:")).toList();
        int column = text.lines()
                        .filter(line -> line.startsWith("model "))
                        .findFirst()
                        .orElseThrow()
                        .indexOf(" n ")
                + 1;
        assertEquals(2, lines.size());
        assertEquals('0', lines.get(0).charAt(column));
        assertEquals('7', lines.get(1).charAt(column));
    }

    @Test
    void seedMistake_threeAnswersAreTooFewForTails() {
        String text = write(Samples.report(Samples.result("a", Samples.answers(3, true), true)));
        String row = text.lines()
                .filter(line -> line.startsWith("openai:a"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("openai:a", "3", "0", "2.00 ms", "-", "-", "-", "-"),
                List.of(row.split(" {2,}", -1)).subList(0, 8));
        assertTrue(text.contains("needed are for p90 10, p99 100, p99.9 1000."), text);
    }

    @Test
    void notStreamed_hasNoFirstToken() {
        String text = write(Samples.report(Samples.result("a", Samples.answers(1000, false), false)));
        String row = text.lines()
                .filter(line -> line.startsWith("openai:a"))
                .findFirst()
                .orElseThrow();
        List<String> cells = List.of(row.split(" {2,}", -1));
        assertEquals("-", cells.get(8));
        assertEquals("-", cells.get(9));
        assertTrue(text.contains("the answers came whole, not streamed"), text);
        assertFalse(text.contains("too few"), text);
    }

    @Test
    void errors_areListedByTypeWithAnExample() {
        Recording total = Samples.answers(20, true);
        total.failed("rate limit (429)", "slow down");
        total.failed("rate limit (429)", "slow down");
        String text = write(Samples.report(Samples.result("a", total, true)));
        assertTrue(text.contains("openai:a: 2 x rate limit (429), the first: slow down"), text);
    }

    @Test
    void modelThatWasGivenUp_saysWhyOnce() {
        Recording total = new Recording();
        total.failed("connection", "nobody there");
        String text = write(Samples.report(Samples.result("a", total, true, Map.of(), "nobody there")));
        assertEquals(2, text.split("nobody there|1 x connection\n", -1).length - 1, text);
        assertTrue(text.contains("openai:a was given up: nobody there"), text);
    }

    @Test
    void severalPrompts_haveALineEach() {
        Map<String, Recording> prompts = new LinkedHashMap<>();
        prompts.put("What is 2 + 2?", Samples.answers(4, true));
        prompts.put("A prompt that is much too long for a column", Samples.answers(3, true));
        String text = write(Samples.report(Samples.result("a", Samples.answers(7, true), true, prompts, null)));
        assertTrue(text.contains("\n  1. What is 2 + 2? "), text);
        assertTrue(text.contains("\n  2. A prompt that is much too..."), text);
    }

    @Test
    void interrupted_isMarked() {
        Report whole = Samples.report(Samples.result("a", Samples.answers(3, true), true));
        Report cut = new Report(whole.against(), whole.startedAt(), whole.settings(), whole.results(), false);
        assertFalse(write(whole).contains("INCOMPLETE"));
        assertTrue(write(cut).contains("INCOMPLETE: it was interrupted"));
    }

    @Test
    void overload_isSaid() {
        Result kept = Samples.result("a", Samples.answers(10, true), true);
        Result late = new Result(
                "openai", "b", null, true, kept.total(), kept.byPrompt(), Duration.ofSeconds(1), 40, null, true);
        String text = write(Samples.report(kept, late));
        assertTrue(text.contains("openai:b does not keep up with this rate: 40 requests were due and not sent"), text);
    }

    private static String write(Report report) {
        return ReportWriter.table().write(report);
    }
}

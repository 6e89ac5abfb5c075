package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void lines_haveACellPerHeading() {
        List<String> lines = lines(Map.of("one", Samples.answers(20, true)));
        assertEquals(2, lines.size());
        List<String> headings = List.of(lines.get(0).split(",", -1));
        List<String> cells = List.of(lines.get(1).split(",", -1));
        assertEquals(headings.size(), cells.size());
        assertEquals("simulator", cells.get(0));
        assertEquals("20", cells.get(headings.indexOf("answers")));
        assertEquals("10.0", cells.get(headings.indexOf("p50_ms")).substring(0, 4));
        assertEquals("", cells.get(headings.indexOf("p99_ms")));
    }

    @Test
    void promptsWithCommasAndQuotes_areQuoted() {
        Map<String, Recording> prompts = new LinkedHashMap<>();
        prompts.put("Say \"hi\", then stop", Samples.answers(2, true));
        prompts.put("plain", Samples.answers(2, true));
        List<String> lines = lines(prompts);
        assertEquals(4, lines.size());
        assertTrue(lines.get(2).contains(",\"Say \"\"hi\"\", then stop\","), lines.get(2));
        assertTrue(lines.get(3).contains(",plain,"), lines.get(3));
    }

    private static List<String> lines(Map<String, Recording> prompts) {
        String csv = ReportWriter.csv()
                .write(Samples.report(Samples.result("a", Samples.answers(20, true), true, prompts, null)));
        return List.of(csv.strip().split("\r\n", -1));
    }
}

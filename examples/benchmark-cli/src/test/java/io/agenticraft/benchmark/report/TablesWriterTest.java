package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Samples;
import io.agenticraft.benchmark.measure.Switching;
import io.agenticraft.benchmark.measure.TablesReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesWriterTest {
    @Test
    void tables_areThoseOfTheGuideAndEachSaysAgainstWhat() {
        String text = TablesWriter.markdown(tables(Samples.answers(100, true)));
        assertTrue(
                text.contains("### Provider switching overhead\n\nMeasured on 2026-11-24 against the embedded"), text);
        assertTrue(text.contains("### Provider response times\n\nMeasured on 2026-11-24 against the embedded"), text);
        assertTrue(
                text.contains("| Provider instance creation | openai:a | 3 | 1.00 ms | - | 1.00 % of a call |"), text);
        assertTrue(text.contains("| Subsequent API calls | openai:a | 3 | 100 ms | - | 100 % of a call |"), text);
        assertTrue(text.contains("| Credential validation (new connection) | openai:a | 0 | - | - | - |"), text);
        assertTrue(text.contains("| openai | a | 25.0 ms (5.00 ms to 45.0 ms) | 50.0 ms (10.0 ms to 90.0 ms) |"), text);
    }

    @Test
    void fewAnswers_haveNoRange() {
        String text = TablesWriter.markdown(tables(Samples.answers(3, false)));
        assertTrue(text.contains("| openai | a | - | 2.00 ms |"), text);
    }

    @Test
    void trouble_isSaid() {
        Report report = Samples.report();
        Switching gone = Switching.of("openai:a").givenUp("nobody there");
        String text = TablesWriter.markdown(new TablesReport(report, List.of(gone)));
        assertTrue(text.contains("- openai:a was given up: nobody there"), text);
    }

    @Test
    void json_hasBothTables() throws Exception {
        JsonNode json = new ObjectMapper().readTree(TablesWriter.json(tables(Samples.answers(10, true))));
        assertEquals("simulator", json.path("against").asText());
        assertEquals("openai:a", json.at("/switching/0/target").asText());
        assertEquals(1, json.at("/switching/0/creationMs/p50").asDouble(), 0.01);
        assertTrue(json.at("/switching/0/credentialValidationMs/p50").isNull());
        assertEquals(10, json.at("/results/0/answers").asInt());
    }

    private static TablesReport tables(Recording answers) {
        Switching costs = Switching.of("openai:a");
        for (int i = 0; i < 3; i++) {
            costs.creation().record(1_000_000);
            costs.laterCalls().record(100_000_000);
        }
        return new TablesReport(
                Samples.report(Samples.result("a", answers, answers.firstToken().count() > 0)), List.of(costs));
    }
}

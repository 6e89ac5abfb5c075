package io.agenticraft.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTest {
    @Test
    void rates_areThoseOfTheWholeMeasurement() {
        Result result = Samples.result("a", Samples.answers(10, true), true);
        assertEquals("openai:a", result.target());
        assertEquals(5, result.answersPerSecond());
        assertEquals(25, result.tokensPerSecond());
    }

    @Test
    void noTime_isNoRate() {
        Result nothing = new Result(
                "openai", "a", null, true, new Recording(), Map.of(), Duration.ZERO, 0, "nobody there", false);
        assertEquals(0, nothing.answersPerSecond());
        assertEquals(0, nothing.tokensPerSecond());
    }

    @Test
    void report_keepsItsOwnListOfResults() {
        List<Result> results = new ArrayList<>();
        Report whole = Samples.report();
        Report report = new Report(whole.against(), whole.startedAt(), whole.settings(), results, true);
        results.add(Samples.result("a", new Recording(), true));
        assertEquals(List.of(), report.results());
    }

    @Test
    void against_saysWhatTheFiguresAreNot() {
        assertTrue(Report.Against.SIMULATOR.sentence().contains("not figures of the providers"));
        assertEquals("live", Report.Against.LIVE.label());
    }

    @Test
    void switchingThatWasGivenUp_keepsWhatWasMeasured() {
        Switching costs = Switching.of("openai:a");
        assertNull(costs.trouble());
        costs.creation().record(1_000_000);
        Switching ended = costs.givenUp("nobody there");
        assertEquals(1, ended.creation().count());
        assertEquals("nobody there", ended.trouble());
        assertNotNull(ended.target());
    }
}

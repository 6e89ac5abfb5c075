package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Recording.Spent;
import io.agenticraft.benchmark.measure.Samples;
import io.agenticraft.benchmark.measure.Stopwatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void enoughOfEverything_needsNoWords() {
        assertEquals(List.of(), Notes.of(Samples.report(Samples.result("a", Samples.answers(1000, true), true))));
    }

    @Test
    void missingQuantiles_areNamedOnceForAllModels() {
        assertEquals(
                List.of("\"-\": too few answers for a figure; needed are for p99 100, p99.9 1000."),
                Notes.of(Samples.report(
                        Samples.result("a", Samples.answers(500, true), true),
                        Samples.result("b", Samples.answers(50, true), true))));
    }

    @Test
    void waiting_isToldApartFromAnswering() {
        Recording late = Samples.answers(1000, true);
        for (int i = 0; i < 1000; i++) {
            Stopwatch watch = new Stopwatch(0, 900 * MILLI);
            watch.end(1000 * MILLI);
            late.answered(watch, new Spent(1L, 1L, 0.0));
        }
        assertEquals(
                List.of("openai:a: requests waited before they could be sent. From sending on, an answer took 300 ms on"
                        + " average; from when it was due, 750 ms."),
                Notes.of(Samples.report(Samples.result("a", late, true))));
    }

    @Test
    void failures_areCountedByType() {
        Recording total = Samples.answers(1000, true);
        total.failed("server (500)", "broken");
        total.failed("rate limit (429)", "slow down");
        total.failed("server (500)", "broken again");
        assertEquals(
                List.of(
                        "openai:a: 1 x rate limit (429), the first: slow down",
                        "openai:a: 2 x server (500), the first: broken"),
                Notes.of(Samples.report(Samples.result("a", total, true))));
    }

    @Test
    void reasonForGivingUp_isNotRepeatedAsAnExample() {
        Recording total = new Recording();
        total.failed("connection", "nobody there");
        total.failed("connection", "nobody there");
        List<String> notes = Notes.of(Samples.report(Samples.result("a", total, true, Map.of(), "nobody there")));
        assertEquals(List.of("openai:a was given up: nobody there", "openai:a: 2 x connection"), notes.subList(0, 2));
    }
}

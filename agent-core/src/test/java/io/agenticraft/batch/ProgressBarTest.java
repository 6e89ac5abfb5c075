package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private static BatchProgress progress(long done, long failed, @Nullable Long total, int seconds) {
        return new BatchProgress(done, failed, 3, 0, 5, total, Duration.ofSeconds(seconds));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void terminal_seesABarThatIsDrawnAnewAndWiped() {
        try (ProgressBar bar = ProgressBar.on(out, true)) {
            bar.accept(progress(0, 0, 100L, 0));
            bar.accept(progress(50, 2, 100L, 10));
        }
        assertEquals(
                "\r\u001b[K[........................] 0/100, 3 of 5 at once, 0.0/s"
                        + "\r\u001b[K[############............] 50/100, 2 failed, 3 of 5 at once, 5.0/s, 0:10 left"
                        + "\r\u001b[K",
                printed());
    }

    @Test
    void line_isNeverLongerThanTheTerminalIsWide() {
        BatchProgress much = new BatchProgress(50_000, 1_234, 64, 0, 64, 100_000L, Duration.ofSeconds(500));
        for (int columns : new int[] {2, 10, 40, 70, 80, 90, 200}) {
            bytes.reset();
            ProgressBar.on(out, columns).accept(much);
            String line = printed().substring("\r\u001b[K".length());
            assertTrue(line.length() < columns, () -> columns + " columns: " + line);
            assertTrue(
                    "50000/100000, 1234 failed"
                            .startsWith(line.replaceAll("^\\[.*\\] ", "").substring(0, Math.min(columns - 1, 8))),
                    line);
        }
    }

    @Test
    void columns_areTheUsualOnes_whereNothingSensibleIsSaid() {
        assertEquals(120, ProgressBar.columns("120"));
        for (@Nullable String said : new @Nullable String[] {null, "", "wide", "-3", "0"}) {
            assertEquals(80, ProgressBar.columns(said));
        }
    }

    @Test
    void log_seesALineForEachTenth() {
        try (ProgressBar bar = ProgressBar.on(out, false)) {
            for (int done = 0; done <= 100; done++) {
                bar.accept(progress(done, 0, 100L, 1));
            }
        }
        List<String> lines = printed().lines().toList();
        assertEquals(11, lines.size());
        assertEquals("100/100, 3 of 5 at once, 100.0/s, 0:00 left", lines.get(10));
    }

    @Test
    void log_ofABatchOfUnknownLength_seesALineEveryTenSeconds() {
        try (ProgressBar bar = ProgressBar.on(out, false)) {
            for (int second = 0; second <= 60; second++) {
                bar.accept(progress(second * 10L, 0, null, second));
            }
        }
        List<String> lines = printed().lines().toList();
        assertEquals(7, lines.size());
        assertEquals("600, 3 of 5 at once, 10.0/s", lines.get(6));
    }

    @Test
    void longRest_isToldInHours() {
        try (ProgressBar bar = ProgressBar.on(out, false)) {
            bar.accept(progress(1, 0, 10_000L, 1));
        }
        assertEquals("1/10000, 3 of 5 at once, 1.0/s, 2:46:39 left", printed().strip());
    }
}

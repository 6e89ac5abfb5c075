package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.load.Target;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final Target TARGET = new Target("openai", "a");

    @Test
    void line_showsShareMedianAndErrors() {
        Recording recording = Samples.answers(9, true);
        recording.failed("server (500)", "broken");
        assertEquals(
                "openai:a [############............]  50 %  p50 5 ms  errors 1",
                ProgressBar.line(TARGET, false, 0.5, recording));
        assertEquals(
                "openai:a [........................]   0 %  warm-up",
                ProgressBar.line(TARGET, true, 0, new Recording()));
    }

    @Test
    void end_wipesTheLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ProgressBar bar = ProgressBar.on(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            bar.at(TARGET, false, 1, new Recording());
        }
        assertTrue(bytes.toString(StandardCharsets.UTF_8).endsWith("\r\u001b[K"));
    }

    @Test
    void fileOrPipe_isNoTerminal() {
        assertFalse(Terminal.isTerminal(Path.of("pom.xml")));
        assertFalse(Terminal.isTerminal(Path.of("/nowhere")));
    }
}

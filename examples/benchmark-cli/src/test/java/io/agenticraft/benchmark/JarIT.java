package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, in a JVM of its own. */
@Timeout(90)
class JarIT {
    private final Path folder;

    JarIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void jar_measuresTheSimulatorAndPrintsNothingElse() throws Exception {
        Process process = start("--simulator", "--requests", "5", "--concurrency", "5");
        String printed = output(process);
        assertEquals(0, process.waitFor(), printed);
        assertTrue(printed.startsWith("Measured against the embedded simulator"), printed);
        assertTrue(printed.contains("\nollama:llama3.2 "), printed);
    }

    @Test
    void wrongOption_isOneLineAndExitCode2() throws Exception {
        Process process = start("--nonsense");
        String printed = output(process);
        assertEquals(2, process.waitFor());
        assertEquals(1, printed.lines().count(), printed);
    }

    /** As Ctrl-C does: the signal comes when the bar shows that requests are being measured. */
    @Test
    void interrupt_printsWhatWasMeasured() throws Exception {
        Process process = start(
                "--simulator-config",
                CommandRun.fastSimulator(folder),
                "--requests",
                "100000000",
                "--target",
                "ollama:a",
                "--progress");
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder printed = new StringBuilder();
            while (!printed.toString().contains("p50")) {
                int one = reader.read();
                assertTrue(one >= 0, "It ended by itself: " + printed);
                printed.append((char) one);
            }
            interrupt(process);
            // Where signals are ignored, as in the background of some shells, it would go on for ever: 137 then, and
            // not 130.
            CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(process::destroyForcibly);
            for (int one = reader.read(); one >= 0; one = reader.read()) {
                printed.append((char) one);
            }
            assertEquals(130, process.waitFor(), printed.toString());
            assertTrue(printed.toString().contains("INCOMPLETE: it was interrupted"), printed.toString());
            assertTrue(printed.toString().contains("\nollama:a "), printed.toString());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void interrupt(Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertTrue(kill.waitFor(10, TimeUnit.SECONDS), "kill");
        assertEquals(0, kill.exitValue());
    }

    private static String output(Process process) throws IOException {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return String.join("\n", reader.lines().toList());
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", Path.of("target", "benchmark.jar").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}

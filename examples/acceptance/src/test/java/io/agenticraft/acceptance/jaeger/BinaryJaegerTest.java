package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryJaegerTest {

    private final Path folder;

    BinaryJaegerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void programThatEnds_failsWithItsOutput() throws IOException {
        Path starts = folder.resolve("starts");
        Path program = script("echo started >>" + starts + "; echo 'no such port' >&2; exit 3");

        IOException e = assertThrows(IOException.class, () -> new BinaryJaeger(program).start());

        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("the process ended"), message);
        assertTrue(message.contains("no such port"), message);
        assertEquals(3, Files.readAllLines(starts).size(), "another port may help, so it is tried again");
    }

    @Test
    void program_getsAConfigurationAndNoTelemetryOfOurs() throws IOException {
        Path seen = folder.resolve("seen");
        Path program = script("echo \"$1\" >" + seen + "; cat \"$2\" >>" + seen + "; env >>" + seen + "; exit 1");

        assertThrows(IOException.class, () -> new BinaryJaeger(program).start());

        String text = Files.readString(seen);
        assertTrue(text.startsWith("--config\nservice:"), text);
        assertTrue(text.contains("endpoint: 127.0.0.1:"), text);
        assertTrue(text.lines().noneMatch(line -> line.startsWith("OTEL_")), text);
    }

    private Path script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}

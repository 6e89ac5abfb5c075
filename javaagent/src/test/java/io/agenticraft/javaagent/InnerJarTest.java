package io.agenticraft.javaagent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnerJarTest {
    private static final String INNER = "inner.jar";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private InnerJar jar(Object... namesAndContents) throws IOException {
        Path file = folder.resolve("outer.jar");
        Jars.write(file, INNER, Jars.of(namesAndContents));
        return InnerJar.open(file.toFile(), INNER);
    }

    @Test
    void entries_areReadAsTheyWereWritten() throws IOException {
        byte[] large = new byte[300_000];
        new Random(7).nextBytes(large);
        byte[] even = new byte[100_000];
        InnerJar jar = jar("large", large, "even", even, "empty", new byte[0], "dir/\u00e4", new byte[] {1});

        assertArrayEquals(large, jar.bytes("large"));
        assertArrayEquals(even, jar.bytes("even"));
        assertArrayEquals(new byte[0], jar.bytes("empty"));
        assertArrayEquals(new byte[] {1}, jar.bytes("dir/\u00e4"));
    }

    @Test
    void unknownEntry_isNull() throws IOException {
        InnerJar jar = jar("a", new byte[] {1});

        assertNull(jar.bytes("b"));
        assertFalse(jar.contains("b"));
        assertTrue(jar.contains("a"));
    }

    @Test
    void url_givesTheEntry_andSaysSoWhereThereIsNone() throws IOException {
        InnerUrl urls = new InnerUrl(jar("some/name 1", "x".getBytes(StandardCharsets.UTF_8)));

        try (InputStream in = urls.of("some/name 1").openStream()) {
            assertEquals("x", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThrows(FileNotFoundException.class, () -> urls.of("other").openStream());
    }

    @Test
    void interruptedThread_readsOn() throws IOException {
        InnerJar jar = jar("a", new byte[] {1});
        Thread.currentThread().interrupt();
        try {
            assertArrayEquals(new byte[] {1}, jar.bytes("a"));
            assertTrue(Thread.currentThread().isInterrupted());
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertArrayEquals(new byte[] {1}, jar.bytes("a"));
    }

    @Test
    void repackedJar_isRefused() throws IOException {
        Path file = folder.resolve("repacked.jar");
        Files.write(file, Jars.of(INNER, Jars.of("a", new byte[] {1})));

        IOException refusal = assertThrows(IOException.class, () -> InnerJar.open(file.toFile(), INNER));
        assertTrue(refusal.toString().contains("repacked"), refusal::toString);
    }

    @Test
    void fileThatIsNoJar_isRefused() throws IOException {
        Path file = folder.resolve("no.jar");
        Files.write(file, new byte[4_000]);

        assertThrows(IOException.class, () -> InnerJar.open(file.toFile(), INNER));
    }
}

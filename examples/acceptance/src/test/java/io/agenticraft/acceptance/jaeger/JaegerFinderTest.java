package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JaegerFinderTest {

    private final Map<String, String> environment = new HashMap<>();

    private final Path folder;

    JaegerFinderTest(@TempDir Path folder) {
        this.folder = folder;
        environment.put("PATH", folder.resolve("bin") + ":" + folder.resolve("sbin"));
        environment.put("HOME", folder.resolve("home").toString());
    }

    @Test
    void everything_isTriedInOrder() throws IOException {
        environment.put("JAEGER_QUERY_URL", "http://q:1");
        environment.put("JAEGER_OTLP_URL", "http://o:2");
        Path binary = executable("bin/jaeger");

        List<JaegerSource> found = finder(true).candidates(null);

        assertEquals(3, found.size());
        assertEquals("the Jaeger at http://q:1", found.get(0).describe());
        assertEquals(new DockerJaeger(), found.get(1));
        assertEquals(new BinaryJaeger(binary), found.get(2));
    }

    @Test
    void nothing_isAnEmptyList() {
        assertEquals(List.of(), finder(false).candidates(null));
    }

    @Test
    void kind_leavesOutTheOthers() throws IOException {
        environment.put("JAEGER_QUERY_URL", "http://q:1");
        environment.put("JAEGER_OTLP_URL", "http://o:2");
        Path binary = executable("bin/jaeger");

        assertEquals(List.of(new BinaryJaeger(binary)), finder(true).candidates(JaegerKind.BINARY));
        assertEquals(List.of(new DockerJaeger()), finder(true).candidates(JaegerKind.DOCKER));
        assertEquals(List.of(), finder(false).candidates(JaegerKind.DOCKER));
        assertEquals(1, finder(true).candidates(JaegerKind.URL).size());
    }

    @Test
    void binary_namedOneComesBeforePathBeforeCache() throws IOException {
        Path cached = executable("home/.cache/agenticraft/jaeger-2.13.0/jaeger");
        assertEquals(List.of(new BinaryJaeger(cached)), finder(false).candidates(null));

        Path onPath = executable("sbin/jaeger");
        assertEquals(List.of(new BinaryJaeger(onPath)), finder(false).candidates(null));

        Path named = executable("elsewhere/my-jaeger");
        environment.put("JAEGER_BIN", named.toString());
        assertEquals(List.of(new BinaryJaeger(named)), finder(false).candidates(null));
    }

    @Test
    void cache_followsXdgCacheHome() throws IOException {
        environment.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());
        Path cached = executable("xdg/agenticraft/jaeger-2.13.0/jaeger");

        assertEquals(List.of(new BinaryJaeger(cached)), finder(false).candidates(null));
    }

    @Test
    void folderNamedJaeger_isNoBinary() throws IOException {
        Files.createDirectories(folder.resolve("bin/jaeger"));

        assertEquals(List.of(), finder(false).candidates(null));
    }

    @Test
    void jaegerBin_thatCannotRun_isAnError() {
        environment.put("JAEGER_BIN", folder.resolve("missing").toString());

        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> finder(false).candidates(null));
        assertTrue(String.valueOf(e.getMessage()).startsWith("JAEGER_BIN="), e.getMessage());
    }

    private JaegerFinder finder(boolean dockerAnswers) {
        return new JaegerFinder(environment::get, () -> dockerAnswers);
    }

    private Path executable(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}

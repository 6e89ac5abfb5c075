package com.example.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code examples/demo.sh} says when it cannot do its work. */
@DisabledOnOs(OS.WINDOWS)
class DemoScriptTest {
    private static final Path ROOT = Path.of(System.getProperty("agenticraft.root", "../.."));

    private final Map<String, String> environment = new HashMap<>();
    private final Path temporary;

    DemoScriptTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @BeforeEach
    void neverBuild() {
        environment.put("DEMO_BUILD", "skip");
        environment.put("TMPDIR", temporary.toString());
    }

    @Test
    void missingJava_isSaidInOneLine() throws Exception {
        environment.put("JAVA_HOME", temporary.toString());
        assertFailure("[demo] No Java was found as '" + temporary + "/bin/java'. A JDK is needed: version 17, or 21");
    }

    @Test
    void oldJava_isNamed() throws Exception {
        environment.put("JAVA_HOME", javaThatSays("1.8").toString());
        assertFailure("[demo] '" + temporary + "/bin/java' is Java 1.8. A JDK is needed: version 17, or 21");
    }

    @Test
    void javaBetweenTheSupportedOnes_isNamed() throws Exception {
        environment.put("JAVA_HOME", javaThatSays("19").toString());
        assertFailure("[demo] '" + temporary + "/bin/java' is Java 19. A JDK is needed: version 17, or 21");
    }

    @Test
    void javaWithoutCompiler_isNamed() throws Exception {
        environment.put("DEMO_BUILD", "");
        environment.put("JAVA_HOME", javaThatSays("21").toString());
        assertFailure("is Java 21, but a runtime without a compiler. A JDK is needed");
    }

    @Test
    void busyPort_isNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("DEMO_SIMULATOR_PORT", "" + taken.getLocalPort());
            assertFailure("[demo] Port " + taken.getLocalPort() + " is in use. Set DEMO_SIMULATOR_PORT to another one");
        }
    }

    @Test
    void portThatIsNone_isNamed() throws Exception {
        environment.put("DEMO_SIMULATOR_PORT", "http");
        assertFailure("[demo] DEMO_SIMULATOR_PORT=http is not a port number.");
    }

    private Path javaThatSays(String version) throws IOException {
        Path java = Files.createDirectories(temporary.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = " + version + "' >&2\n");
        assertTrue(java.toFile().setExecutable(true));
        return temporary;
    }

    private void assertFailure(String line) throws Exception {
        Path output = temporary.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", ROOT.resolve("examples/demo.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process demo = builder.start();
        try {
            assertTrue(demo.waitFor(30, TimeUnit.SECONDS), () -> read(output));
        } finally {
            demo.destroyForcibly();
        }
        assertEquals(1, demo.exitValue(), () -> read(output));
        assertTrue(read(output).contains(line), () -> read(output));
        try (Stream<Path> left = Files.list(temporary)) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith("agenticraft-demo")));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

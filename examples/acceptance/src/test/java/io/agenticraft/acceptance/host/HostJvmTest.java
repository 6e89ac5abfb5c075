package io.agenticraft.acceptance.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostJvmTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path jar;

    HostJvmTest(@TempDir Path folder) throws IOException {
        jar = folder.resolve("app.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, App.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String name = App.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            out.write(App.class.getClassLoader().getResourceAsStream(name).readAllBytes());
        }
    }

    @Test
    void run_givesWhatWasPrinted() throws Exception {
        String printed =
                HostJvm.of(jar).option("-Dgreeting=hello").set("NAME", "world").run(LIMIT, "print");

        assertEquals("hello world null\n", printed.replace(System.lineSeparator(), "\n"));
    }

    @Test
    void otherExitCode_failsWithTheOutput() {
        AssertionError e =
                assertThrows(AssertionError.class, () -> HostJvm.of(jar).run(LIMIT, "fail"));

        assertTrue(String.valueOf(e.getMessage()).startsWith("exit code 3; it printed\nno luck"), e.getMessage());
    }

    @Test
    void start_runsUntilItIsClosed() throws Exception {
        try (RunningHost host = HostJvm.of(jar).start("serve")) {
            assertEquals("4711", host.awaitLine(Pattern.compile("port (\\d+)"), LIMIT));
            assertThrows(AssertionError.class, () -> host.awaitLine(Pattern.compile("(never)"), Duration.ofMillis(50)));
            AssertionError e = assertThrows(AssertionError.class, () -> host.awaitEnd(Duration.ZERO));
            assertTrue(String.valueOf(e.getMessage()).startsWith("it did not end within PT0S"), e.getMessage());
        }
    }

    /** The application. */
    public static final class App {

        private App() {}

        public static void main(String[] arguments) throws InterruptedException {
            switch (arguments[0]) {
                case "print" ->
                    System.out.println(System.getProperty("greeting") + " " + System.getenv("NAME") + " "
                            + System.getenv("OTEL_SERVICE_NAME"));
                case "fail" -> {
                    System.err.println("no luck");
                    System.exit(3);
                }
                default -> {
                    System.out.println("port 4711");
                    Thread.sleep(60_000);
                }
            }
        }
    }
}

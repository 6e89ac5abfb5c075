package io.agenticraft.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/jaeger/install.sh with a toolchain of a few lines in place of Go. */
class InstallScriptTest {

    private static final Path SCRIPT =
            Path.of(System.getProperty("agenticraft.root", "../.."), "deploy/jaeger/install.sh");

    /** Enough of the go command; $MODE says where it goes wrong. */
    private static final String GO = """
            #!/bin/bash
            case "$1 $MODE" in
              "env old") echo go1.21.3 ;;
              env*) echo go1.26.1 ;;
              "mod offline") if [ "$2" = download ]; then echo "dial tcp: no such host" >&2; exit 1; fi ;;
              mod*) if [ "$2" = download ]; then mkdir -p "$SOURCES"; touch "$SOURCES/go.sum"; echo "	\\"Dir\\": \\"$SOURCES\\","; fi ;;
              "build broken") echo "undefined: x" >&2; exit 1 ;;
              build*) while [ "$1" != -o ]; do shift; done; echo "the program" >"$2"; chmod +x "$2" ;;
            esac
            """;

    private final Path folder;

    private final Path binary;

    InstallScriptTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        binary = folder.resolve("cache/agenticraft/jaeger-2.13.0/jaeger");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("bash", "sed", "mktemp", "rm", "mkdir", "cat", "cp", "chmod", "mv", "touch")) {
            executable(bin.resolve(tool), "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"\n");
        }
    }

    @Test
    void cached_isPrintedAtOnce() throws Exception {
        Files.createDirectories(binary.getParent());
        executable(binary, "cached");

        Outcome outcome = install("");

        assertEquals(new Outcome(0, binary + "\n", ""), outcome);
    }

    @Test
    void build_isKeptAndPrintedLast() throws Exception {
        withGo();

        Outcome outcome = install("");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(binary + "\n", outcome.out());
        assertEquals("the program\n", Files.readString(binary));
        assertEquals(List.of("jaeger"), left(), "the folder of the build is removed");
        assertEquals(new Outcome(0, binary + "\n", ""), install("broken"), "the second time nothing is built");
    }

    @Test
    void noGo_saysWhereToGetIt() throws Exception {
        Outcome outcome = install("");

        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("no Go toolchain on PATH. Install Go 1.25 or newer"), outcome.err());
    }

    @Test
    void oldGo_isNamed() throws Exception {
        withGo();

        Outcome outcome = install("old");

        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("Go 1.25 or newer is needed"), outcome.err());
        assertTrue(outcome.err().contains("go1.21.3"), outcome.err());
    }

    @Test
    void noNetwork_leavesNothingBehind() throws Exception {
        withGo();

        Outcome outcome = install("offline");

        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("no such host"), outcome.err());
        assertTrue(outcome.err().contains("Is the network up"), outcome.err());
        assertEquals(List.of(), left());
    }

    @Test
    void brokenBuild_leavesNothingBehind() throws Exception {
        withGo();

        Outcome outcome = install("broken");

        assertEquals(1, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("undefined: x"), outcome.err());
        assertEquals(List.of(), left());
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome install(String mode) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("bin/bash").toString(), SCRIPT.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("SOURCES", folder.resolve("sources").toString());
        builder.environment().put("MODE", mode);
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void withGo() throws IOException {
        executable(folder.resolve("bin/go"), GO);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(binary.getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.UTF_8);
        assertTrue(file.toFile().setExecutable(true));
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}

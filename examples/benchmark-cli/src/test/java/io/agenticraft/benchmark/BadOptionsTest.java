package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is said in one line, and nothing is sent. */
class BadOptionsTest {
    private final CommandRun run = new CommandRun();
    private final Path folder;

    BadOptionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", "name what to measure"),
                Arguments.of("--nonsense", "'--nonsense'"),
                Arguments.of("--target openai", "'openai' is not of the form provider:model"),
                Arguments.of(
                        "--target nobody:x",
                        "unknown provider 'nobody' in 'nobody:x'; known are anthropic, ollama, openai"),
                Arguments.of("--simulator --requests 0", "--requests must be at least 1, is 0"),
                Arguments.of("--simulator --requests many", "'many'"),
                Arguments.of("--simulator --requests 3 --duration 3s", "mutually exclusive"),
                Arguments.of("--simulator --duration soon", "'soon' is not a duration such as 500ms"),
                Arguments.of("--simulator --timeout 0s", "'0s' is not a duration"),
                Arguments.of("--simulator --concurrency -1", "--concurrency must be at least 1, is -1"),
                Arguments.of("--simulator --rate 0", "a rate must be above 0"),
                Arguments.of("--simulator --arrivals sometimes", "sometimes"),
                Arguments.of("--simulator --warmup -1", "--warmup must be at least 0, is -1"),
                Arguments.of("--simulator --max-tokens 0", "--max-tokens must be at least 1, is 0"),
                Arguments.of("--simulator --json --csv", "mutually exclusive"),
                Arguments.of(
                        "--simulator --prompts /nowhere/prompts.txt", "--prompts: cannot read /nowhere/prompts.txt"),
                Arguments.of("--simulator --prices /nowhere/prices.txt", "--prices: /nowhere/prices.txt"),
                Arguments.of("--simulator-config /nowhere/simulator.yaml", "/nowhere/simulator.yaml"),
                Arguments.of("--simulator --html /nowhere/report.html", "--html: cannot write /nowhere/report.html"),
                Arguments.of("tables", "name what to measure"),
                Arguments.of("tables --simulator --cold 0", "--requests and --cold must be at least 1"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongOption_isOneLineAndExitCode2(String arguments, String complaint) {
        assertEquals(2, run.execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)));
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("benchmark: "), run.err());
        assertTrue(run.err().contains(complaint), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }

    @Test
    void promptsFileWithoutPrompts_isSaid() throws Exception {
        Path file = folder.resolve("prompts.txt");
        Files.writeString(file, "\n# only a comment\n");
        assertEquals(2, run.execute("--simulator", "--prompts", file.toString()));
        assertTrue(run.err().contains("there is no prompt in " + file), run.err());
    }

    @Test
    void promptsFile_isReadLineByLine() throws Exception {
        Path file = folder.resolve("prompts.txt");
        Files.writeString(file, "First question?\n\n# a comment\n  Second question?  \n");
        assertEquals(
                0,
                run.execute(
                        "--simulator-config",
                        CommandRun.fastSimulator(folder),
                        "--requests",
                        "2",
                        "--target",
                        "ollama:a",
                        "--prompts",
                        file.toString()));
        assertTrue(run.out().contains("  1. First question? "), run.out());
        assertTrue(run.out().contains("  2. Second question? "), run.out());
        assertTrue(run.out().contains("2 prompts in turn"), run.out());
    }

    @Test
    void help_explainsExitCodes() {
        assertEquals(0, run.execute("--help"));
        assertTrue(run.out().contains("Exit codes:"), run.out());
        assertTrue(run.out().contains("tables"), run.out());
    }
}

package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
                        "--simulator --prompts /nowhere/prompts.txt",
                        "--prompts: cannot read /nowhere/prompts.txt: there is no such file"),
                Arguments.of("--simulator --prompts /", "--prompts: cannot read /"),
                Arguments.of("--simulator --temperature NaN", "--temperature must be from 0 to 2, is NaN"),
                Arguments.of("--simulator --temperature -0.1", "--temperature must be from 0 to 2, is -0.1"),
                Arguments.of("--simulator --temperature hot", "'hot'"),
                Arguments.of("--simulator --rate NaN", "a rate must be above 0 and at most 1000000 per second, is NaN"),
                Arguments.of("--simulator --rate 1e9", "a rate must be above 0 and at most 1000000 per second"),
                Arguments.of("--simulator --duration 0", "'0' is not a duration such as 500ms"),
                Arguments.of("--simulator --duration -3s", "'-3s' is not a duration"),
                Arguments.of("--simulator --requests 99999999999", "'99999999999' is not an int"),
                Arguments.of("--target :gpt", "':gpt' is not of the form provider:model"),
                Arguments.of("--target openai:", "'openai:' is not of the form provider:model"),
                Arguments.of("--simulator --html /", "--html: cannot write /"),
                Arguments.of("unasked", "'unasked'"),
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
    void promptsFileThatIsNoText_isSaid() throws Exception {
        Path file = folder.resolve("prompts.bin");
        Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe, 10, 1});
        assertEquals(2, run.execute("--simulator", "--prompts", file.toString()));
        assertEquals(
                "benchmark: --prompts: " + file + " is not text in UTF-8; save it as such (see --help)",
                run.err().strip());
    }

    /** Runs so many requests of a quick model. */
    private int measure(int requests, String... further) {
        List<String> arguments = new ArrayList<>(List.of("--simulator-config", CommandRun.fastSimulator(folder)));
        arguments.addAll(List.of("--requests", Integer.toString(requests), "--target", "ollama:a"));
        arguments.addAll(List.of(further));
        return run.execute(arguments.toArray(String[]::new));
    }

    @Test
    void promptsFileOfWindows_hasNoMarkInItsFirstPrompt() throws Exception {
        Path file = folder.resolve("prompts.txt");
        Files.writeString(file, "\uFEFFFirst question?\r\n千问 \uD83E\uDD16 \"q\" | <b>\r\n");
        assertEquals(0, measure(2, "--prompts", file.toString(), "--json"));
        JsonNode prompts =
                new ObjectMapper().readTree(run.out()).path("results").path(0).path("byPrompt");
        assertEquals("First question?", prompts.path(0).path("prompt").asText());
        assertEquals(
                "千问 \uD83E\uDD16 \"q\" | <b>", prompts.path(1).path("prompt").asText());
        assertEquals(1, prompts.path(1).path("answers").asInt());
    }

    /** Each prompt's figures take memory of their own: of a hundred thousand there was too little. */
    @Test
    void hugePromptsFile_isMeasuredAltogether() throws Exception {
        Path file = folder.resolve("prompts.txt");
        Files.write(
                file, IntStream.range(0, 100_000).mapToObj(i -> "Question " + i).toList());
        assertEquals(0, measure(5, "--prompts", file.toString(), "--json"));
        JsonNode result = new ObjectMapper().readTree(run.out()).path("results").path(0);
        assertEquals(5, result.path("answers").asInt());
        assertEquals(0, result.path("byPrompt").size());
        assertTrue(run.out().contains("100000 prompts in turn"), run.out());
    }

    @Test
    void promptsFile_isReadLineByLine() throws Exception {
        Path file = folder.resolve("prompts.txt");
        Files.writeString(file, "First question?\n\n# a comment\n  Second question?  \n");
        assertEquals(0, measure(2, "--prompts", file.toString()));
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

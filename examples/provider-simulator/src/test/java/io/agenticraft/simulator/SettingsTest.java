package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Configuration files and flags. */
final class SettingsTest {

    private static final String FILE = """
            port: 0
            seed: 7
            models: [a, b]
            first-token: lognormal:300ms,0.5
            tokens-per-second: 50
            answer-tokens: 20
            cached-share: 0.25
            requests-per-minute: 60
            tokens-per-minute: 1000
            errors: {429: 0.05, cut: 0.01}
            verbose: true
            script:
              - when: "order (\\\\d+)"
                tools: [{name: lookup, arguments: {id: "${1}", deep: {n: 1}}}, plain]
              - after: lookup
                text: done
                reasoning: because
                times: 2
              - error: 529
            """;

    private final Path folder;

    SettingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("simulator.yaml"), content);
    }

    private static Main parse(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.parseArgs(arguments);
        return commandLine.getCommand();
    }

    private static String complaint(String... arguments) {
        StringWriter err = new StringWriter();
        int code = Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        assertEquals(2, code);
        assertEquals(1, err.toString().lines().count(), err::toString);
        return err.toString();
    }

    @Test
    void file_setsEverything() throws IOException {
        SimulatorOptions options = SimulatorOptions.read(file(FILE));
        assertEquals(7, options.seed());
        assertEquals(List.of("a", "b"), options.models());
        assertEquals(Latency.lognormal(Duration.ofMillis(300), 0.5), options.firstToken());
        assertEquals(Latency.fixed(Duration.ofMillis(20)), options.betweenTokens());
        assertEquals(20, options.answerTokens());
        assertEquals(0.25, options.cachedShare());
        assertEquals(60, options.requestsPerMinute());
        assertEquals(1000, options.tokensPerMinute());
        assertEquals(Map.of(Fault.RATE_LIMITED, 0.05, Fault.CUT, 0.01), options.faults());
        assertTrue(options.verbose());
    }

    @Test
    void file_holdsScript() throws IOException {
        List<Script.Rule> rules = SimulatorOptions.read(file(FILE)).script().rules();
        assertEquals(3, rules.size());
        Reply.ToolUse lookup = rules.get(0).reply().tools().get(0);
        assertEquals(Map.of("id", "${1}", "deep", Map.of("n", 1)), lookup.arguments());
        assertEquals(Reply.ToolUse.of("plain"), rules.get(0).reply().tools().get(1));
        assertEquals("lookup", rules.get(1).after());
        assertEquals(2, rules.get(1).times());
        assertEquals("because", rules.get(1).reply().reasoning());
        assertEquals(Fault.OVERLOADED, rules.get(2).reply().fault());
    }

    @Test
    void json_isReadAsWell() throws IOException {
        assertEquals(3, SimulatorOptions.read(file("{\"seed\": 3}")).seed());
    }

    @Test
    void script_canBeAFileOfItsOwn() throws IOException {
        Script script = Script.read(file("- text: hello\n"));
        assertEquals("hello", script.rules().get(0).reply().text());
    }

    @Test
    void flags_winOverFile() throws IOException {
        Path file = file(FILE);
        SimulatorOptions options =
                parse("--config", file.toString(), "--seed", "9", "--port=1234").options();
        assertEquals(9, options.seed());
        assertEquals(1234, options.port());
        assertEquals(List.of("a", "b"), options.models());
    }

    @Test
    void noFlags_areTheDocumentedDefaults() {
        SimulatorOptions options = parse().options();
        assertEquals(8089, options.port());
        assertEquals("127.0.0.1", options.host());
        assertEquals(0, options.maxRecorded());
    }

    @ParameterizedTest
    @EnumSource
    void everySetting_isAFlagWithDescription(Setting setting) {
        assertTrue(Main.commandLine().getUsageMessage().contains(setting.flag()), setting::flag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sed: 3 | unknown setting 'sed'",
                "seed: x | seed: 'x' is not a number",
                "port: 70000 | port must be from 0 to 65535",
                "cached-share: 2 | cached-share",
                "errors: {418: 1} | unknown error '418'",
                "errors: '429' | not of the form",
                "first-token: soon | not a latency",
                "script: {} | a script is a list",
                "script: [{}] | rule 1: needs a text",
                "script: [{text: x, whem: y}] | unknown key 'whem'",
                "script: [{text: x, when: '('}] | when:",
                "script: [{tools: [{}]}] | a tool needs a name",
                "a: [ | line 1 is not YAML"
            })
    void badFile_isNamedWithWhatIsWrong(String content, String complaint) throws IOException {
        Path file = file(content);
        String message = complaint("--config", file.toString());
        assertTrue(message.contains(file.toString()) && message.contains(complaint), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=x", "--nonsense", "--config=/no/such/file", "--first-token=fast"})
    void badFlag_isOneLine(String flag) {
        assertTrue(complaint(flag).startsWith("provider-simulator: "));
    }

    @Test
    void builder_refusesWhatIsOutOfRange() {
        SimulatorOptions.Builder builder = SimulatorOptions.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.eventLoops(0));
        assertThrows(IllegalArgumentException.class, () -> builder.maxRecorded(-1));
        assertThrows(IllegalArgumentException.class, () -> builder.requestsPerMinute(-1));
        assertThrows(IllegalArgumentException.class, () -> builder.fault(Fault.CUT, Double.NaN));
    }

    @Test
    void faults_haveTheSameOrderHoweverTheyWereGiven() {
        SimulatorOptions options = SimulatorOptions.builder()
                .fault(Fault.HANG, 0.1)
                .fault(Fault.BAD_REQUEST, 0.1)
                .fault(Fault.OVERLOADED, 0.1)
                .build();
        assertEquals(
                List.of(Fault.BAD_REQUEST, Fault.OVERLOADED, Fault.HANG),
                List.copyOf(options.faults().keySet()));
    }

    @Test
    void toBuilder_keepsEverything() throws IOException {
        SimulatorOptions options = SimulatorOptions.read(file(FILE));
        assertEquals(options, options.toBuilder().build());
    }
}

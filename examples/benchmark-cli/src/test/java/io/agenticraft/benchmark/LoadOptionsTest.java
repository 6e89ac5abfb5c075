package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the options of load lead to, seen from the command line. */
@Timeout(60)
class LoadOptionsTest {
    private final CommandRun run = new CommandRun();
    private final Path folder;

    LoadOptionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothingSaid_isAHundredRequestsOneAfterAnother() throws Exception {
        JsonNode json = measure("--target", "ollama:a");
        assertEquals(100, json.at("/results/0/answers").asInt());
        assertTrue(json.at("/settings/Load").asText().startsWith("closed loop of 1"), run.out());
        assertTrue(
                json.at("/settings/Requests")
                        .asText()
                        .startsWith(
                                "100 requests per model after 3 for warm-up, 3 prompts in turn, each without history"),
                run.out());
        assertEquals(3, json.at("/results/0/byPrompt").size());
    }

    @Test
    void duration_endsByTheClock() throws Exception {
        long start = System.nanoTime();
        JsonNode json = measure("--target", "ollama:a", "--duration", "400ms", "--concurrency", "2");
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis >= 400, millis + " ms");
        double elapsed = json.at("/results/0/elapsedSeconds").asDouble();
        assertTrue(elapsed >= 0.35 && elapsed < 5, elapsed + " s");
        assertTrue(json.at("/results/0/answers").asInt() > 2, run.out());
        assertTrue(json.at("/settings/Requests").asText().startsWith("400 ms per model"), run.out());
    }

    @Test
    void rate_isKept() throws Exception {
        JsonNode json = measure("--target", "ollama:a", "--rate", "50", "--requests", "25");
        assertEquals(25, json.at("/results/0/answers").asInt());
        // The last of 25 is due after 480 ms, and no sooner is it sent.
        assertTrue(json.at("/results/0/elapsedSeconds").asDouble() >= 0.48, run.out());
        assertTrue(
                json.at("/settings/Load")
                        .asText()
                        .startsWith("open loop: 50.0 requests per second, evenly, at most 1000"),
                run.out());
    }

    @Test
    void randomArrivals_areTheSameForTheSameSeed() throws Exception {
        JsonNode json = measure(
                "--target", "ollama:a", "--rate", "200", "--arrivals", "randomly", "--seed", "5", "--requests", "20");
        assertEquals(20, json.at("/results/0/answers").asInt());
        assertTrue(json.at("/settings/Load").asText().contains("randomly"), run.out());
    }

    @Test
    void rateThatCannotBeServed_isSaid() {
        int exitCode = run.execute(
                "--simulator-config",
                CommandRun.simulator(folder, "first-token: 50ms\n"),
                "--target",
                "ollama:a",
                "--rate",
                "100",
                "--duration",
                "400ms",
                "--concurrency",
                "1");
        assertEquals(0, exitCode);
        assertTrue(run.out().contains("ollama:a does not keep up with this rate: "), run.out());
        assertTrue(run.out().contains("ollama:a: requests waited before they could be sent."), run.out());
    }

    @Test
    void modelNamedTwice_isMeasuredOnce() throws Exception {
        JsonNode json =
                measure("--target", "ollama:a", "--target", "ollama:b", "--target", "ollama:a", "--requests", "2");
        List<String> models = new ArrayList<>();
        json.path("results").forEach(result -> models.add(result.path("model").asText()));
        assertEquals(List.of("a", "b"), models);
    }

    @Test
    void timeout_isAnErrorAndNotALatency() throws Exception {
        int exitCode = run.execute(
                "--simulator-config",
                CommandRun.simulator(folder, "first-token: 20s\n"),
                "--target",
                "ollama:a",
                "--requests",
                "2",
                "--warmup",
                "0",
                "--timeout",
                "100ms",
                "--json");
        assertEquals(1, exitCode);
        JsonNode result = new ObjectMapper().readTree(run.out()).at("/results/0");
        assertEquals(2, result.path("errors").asInt());
        assertEquals(0, result.at("/latencyMs/n").asInt());
        assertEquals(2, result.at("/errorsByType/run timeout").asInt(), run.out());
    }

    private JsonNode measure(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--simulator-config", CommandRun.fastSimulator(folder), "--json"));
        all.addAll(List.of(arguments));
        assertEquals(0, run.execute(all.toArray(String[]::new)), run.err());
        return new ObjectMapper().readTree(run.out());
    }
}

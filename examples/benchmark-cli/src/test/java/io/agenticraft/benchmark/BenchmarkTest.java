package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BenchmarkTest {
    private final CommandRun run = new CommandRun();
    private final Path folder;

    BenchmarkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void simulator_isMeasuredWithoutKeysAndSaysSo() throws Exception {
        assertEquals(0, run.execute("--simulator-config", fast(), "--requests", "12", "--concurrency", "4"));
        assertTrue(run.out().startsWith("Measured against the embedded simulator"), run.out());
        for (String target : List.of("openai:gpt-4o-mini", "anthropic:claude-haiku-4-5", "ollama:llama3.2")) {
            assertTrue(run.out().contains("\n" + target + " "), run.out());
        }
        assertEquals("", run.err());
    }

    @Test
    void json_isAllThatIsPrinted() throws Exception {
        assertEquals(0, run.execute("--simulator-config", fast(), "--requests", "5", "--json"));
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals("simulator", json.path("against").asText());
        assertEquals(3, json.path("results").size());
        assertEquals(5, json.at("/results/0/answers").asInt());
        assertTrue(json.at("/results/0/usd").asDouble() > 0, run.out());
        assertEquals("2026-11-24T10:00:00Z", json.path("startedAt").asText());
    }

    @Test
    void csv_hasALinePerModelAndPrompt() throws Exception {
        assertEquals(
                0, run.execute("--simulator-config", fast(), "--requests", "3", "--csv", "--target", "openai:gpt-4o"));
        assertEquals(1 + 1 + 3, run.out().strip().split("\r\n", -1).length, run.out());
    }

    @Test
    void html_isWrittenBesides() throws Exception {
        Path page = folder.resolve("report.html");
        assertEquals(0, run.execute("--simulator-config", fast(), "--requests", "3", "--html", page.toString()));
        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
        assertTrue(run.out().contains("openai:gpt-4o-mini"), run.out());
    }

    @Test
    void liveProviders_comeFromTheEnvironment() {
        try (Simulator standIn = Simulator.start()) {
            run.set("OPENAI_BASE_URL", standIn.baseUrl() + "/v1").set("OPENAI_API_KEY", "some-key");
            assertEquals(0, run.execute("--target", "openai:gpt-4o-mini", "--requests", "3", "--warmup", "0"));
            assertEquals(3, standIn.requests().size());
        }
        assertTrue(run.out().startsWith("Measured against live providers\n"), run.out());
    }

    @Test
    void providerThatIsNotThere_isReportedAndTheRestGoesOn() {
        try (Simulator standIn = Simulator.start()) {
            run.set("OPENAI_BASE_URL", "http://127.0.0.1:1/v1").set("OPENAI_API_KEY", "some-key");
            run.set("ANTHROPIC_BASE_URL", standIn.baseUrl()).set("ANTHROPIC_API_KEY", "bad-key");
            run.set("OLLAMA_HOST", standIn.baseUrl());
            assertEquals(
                    1,
                    run.execute(
                            "--target",
                            "openai:a",
                            "--target",
                            "anthropic:b",
                            "--target",
                            "ollama:c",
                            "--requests",
                            "4"));
        }
        assertTrue(run.out().contains("openai:a was given up: "), run.out());
        assertTrue(run.out().contains("openai:a: 3 x connection\n"), run.out());
        assertTrue(run.out().contains("anthropic:b was given up: "), run.out());
        assertTrue(run.out().contains("x authentication (401)"), run.out());
        assertTrue(run.out().matches("(?s).*\nollama:c +4 +0 .*"), run.out());
        assertFalse(run.out().contains("bad-key"), run.out());
    }

    @Test
    void seedMistake_threeRequestsGiveNoTail() throws Exception {
        assertEquals(
                0, run.execute("--simulator-config", fast(), "--requests", "3", "--json", "--target", "openai:gpt-4o"));
        JsonNode latency = new ObjectMapper().readTree(run.out()).at("/results/0/latencyMs");
        assertEquals(3, latency.path("n").asInt());
        assertTrue(latency.path("p50").isNumber(), run.out());
        assertTrue(latency.path("p90").isNull(), run.out());
        assertTrue(latency.at("/intervals95/p50").isNull(), run.out());
    }

    @Test
    void notStreamed_hasNoFirstToken() throws Exception {
        assertEquals(0, run.execute("--simulator-config", fast(), "--requests", "4", "--json", "--no-stream"));
        JsonNode result = new ObjectMapper().readTree(run.out()).at("/results/0");
        assertFalse(result.path("streamed").asBoolean());
        assertEquals(0, result.at("/firstTokenMs/n").asInt());
        assertEquals(4, result.at("/latencyMs/n").asInt());
    }

    @Test
    void interruption_printsWhatWasMeasuredAndMarksIt() {
        run.interruptAt(5);
        run.execute("--simulator-config", fast(), "--requests", "1000000", "--progress", "--target", "ollama:a");
        assertTrue(run.out().contains("INCOMPLETE: it was interrupted"), run.out());
        assertTrue(run.out().contains("ollama:a was not measured to the end."), run.out());
        assertTrue(run.out().contains("\nollama:a "), run.out());
    }

    @Test
    void progress_isShownOnlyWhereSomebodyWatches() {
        assertEquals(0, run.execute("--simulator-config", fast(), "--requests", "3", "--target", "ollama:a"));
        assertEquals("", run.err());
        assertEquals(
                0, run.execute("--simulator-config", fast(), "--requests", "3", "--target", "ollama:a", "--progress"));
        assertTrue(run.err().contains("ollama:a [########################] 100 %"), run.err());
    }

    @Test
    void ownPrices_goBeforeTheList() throws Exception {
        Path prices = folder.resolve("prices.txt");
        Files.writeString(prices, "date 2026-01-02\nprovider model input output\nopenai gpt-4o 0 1000000\n");
        assertEquals(
                0,
                run.execute(
                        "--simulator-config",
                        fast(),
                        "--requests",
                        "2",
                        "--json",
                        "--target",
                        "openai:gpt-4o",
                        "--prices",
                        prices.toString()));
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(
                json.at("/results/0/outputTokens").asDouble(),
                json.at("/results/0/usd").asDouble(),
                1e-6);
        assertTrue(json.at("/settings/Prices").asText().contains("2026-01-02"), run.out());
    }

    private String fast() {
        return CommandRun.fastSimulator(folder);
    }
}

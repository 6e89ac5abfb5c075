package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.simulator.Simulator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TablesTest {
    private final CommandRun run = new CommandRun();
    private final Path folder;

    TablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void simulator_givesBothTables() {
        assertEquals(
                0,
                run.execute(
                        "tables",
                        "--simulator-config",
                        CommandRun.fastSimulator(folder),
                        "--requests",
                        "4",
                        "--cold",
                        "2"));
        assertTrue(run.out().contains("| Provider instance creation | openai:gpt-4o-mini | 200 |"), run.out());
        assertTrue(run.out().contains("| First API call (new connection) | ollama:llama3.2 | 2 |"), run.out());
        assertTrue(run.out().contains("| Subsequent API calls | anthropic:claude-haiku-4-5 | 4 |"), run.out());
        assertTrue(run.out().contains("\n| anthropic | claude-haiku-4-5 | "), run.out());
        assertEquals(2, run.out().split("against the embedded simulator, which has no model", -1).length - 1);
        assertFalse(run.out().contains("live"), run.out());
    }

    @Test
    void live_isCalledLiveInBothTables() {
        try (Simulator standIn = Simulator.start()) {
            run.set("OLLAMA_HOST", standIn.baseUrl());
            assertEquals(0, run.execute("tables", "--target", "ollama:a", "--requests", "2", "--cold", "2"));
        }
        assertEquals(2, run.out().split("against live providers", -1).length - 1, run.out());
        assertFalse(run.out().contains("simulator"), run.out());
    }

    @Test
    void providerThatIsNotThere_isReportedAndTheRestGoesOn() throws Exception {
        try (Simulator standIn = Simulator.start()) {
            run.set("OLLAMA_HOST", standIn.baseUrl());
            assertEquals(
                    1,
                    run.execute(
                            "tables",
                            "--target",
                            "openai:a",
                            "--target",
                            "ollama:a",
                            "--requests",
                            "2",
                            "--cold",
                            "2",
                            "--json"));
        }
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals("live", json.path("against").asText());
        assertTrue(json.at("/switching/0/trouble").asText().contains("OPENAI_API_KEY"), run.out());
        assertTrue(json.at("/switching/1/trouble").isNull(), run.out());
        assertEquals(2, json.at("/results/1/answers").asInt());
    }

    @Test
    void interruption_printsWhatWasMeasuredAndMarksIt() {
        run.interruptAt(3);
        run.execute(
                "tables",
                "--simulator-config",
                CommandRun.fastSimulator(folder),
                "--target",
                "ollama:a",
                "--target",
                "ollama:b",
                "--cold",
                "1",
                "--progress");
        assertEquals(2, run.out().split("INCOMPLETE: it was interrupted.\\*\\*", -1).length - 1, run.out());
        assertTrue(run.out().contains("| Provider instance creation | ollama:b | 200 |"), run.out());
    }
}

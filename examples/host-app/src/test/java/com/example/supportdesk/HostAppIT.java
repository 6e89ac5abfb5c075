package com.example.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application in a JVM of its own. */
class HostAppIT {
    private static final Path TARGET = Path.of("target");

    private final Path temporary;

    HostAppIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void allParts_endWell() throws Exception {
        try (Simulator simulator = ShopScript.start()) {
            Ended ended = run(environment(simulator), "all");
            assertEquals(0, ended.code, ended.output);
            assertTrue(ended.output.contains("Order 4711: trail running shoes"), ended.output);
            assertTrue(ended.output.contains("full refund"), ended.output);
            assertTrue(ended.output.contains("openai:unknown-model is not there (HTTP 404)"), ended.output);
            assertTrue(ended.output.contains("moved to anthropic:claude-haiku-4-5"), ended.output);
            assertTrue(ended.output.contains("Order 4712: rain jacket"), ended.output);
            assertTrue(ended.output.contains("[chat] bot> In the shade."), ended.output);
        }
    }

    @Test
    void part_runsAlone() throws Exception {
        try (Simulator simulator = ShopScript.start()) {
            Ended ended = run(environment(simulator), "chat");
            assertEquals(0, ended.code, ended.output);
            assertFalse(ended.output.contains("[desk]"), ended.output);
        }
    }

    @Test
    void rushHour_answersAllButTheGuest() throws Exception {
        try (Simulator simulator = ShopScript.start()) {
            Ended ended = run(environment(simulator), "rush");
            assertEquals(0, ended.code, ended.output);
            assertTrue(ended.output.contains("Order 4711: trail running shoes"), ended.output);
            assertTrue(ended.output.contains("Sorry: The budget guests"), ended.output);
            assertTrue(ended.output.contains("rush-desk "), ended.output);
        }
    }

    @Test
    void missingKey_isSaid() throws Exception {
        Ended ended = run(Map.of(), "support");
        assertEquals(1, ended.code, ended.output);
        assertTrue(ended.output.contains("OPENAI_API_KEY"), ended.output);
    }

    @Test
    void unknownPart_isRefused() throws Exception {
        Ended ended = run(Map.of(), "nonsense");
        assertEquals(2, ended.code, ended.output);
        assertTrue(ended.output.contains("Usage: host-app [support|chat|rush|all]..."), ended.output);
    }

    @Test
    void libraries_haveNoTelemetry() throws IOException {
        try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
            List<String> names =
                    libraries.map(file -> file.getFileName().toString()).toList();
            assertTrue(names.stream().anyMatch(name -> name.startsWith("agent-core")), names.toString());
            assertEquals(
                    List.of(),
                    names.stream()
                            .filter(name -> name.contains("opentelemetry") || name.contains("otel"))
                            .toList());
        }
    }

    private static Map<String, String> environment(Simulator simulator) {
        return Map.of(
                "OPENAI_BASE_URL",
                simulator.baseUrl() + "/v1",
                "OPENAI_API_KEY",
                "sk-test",
                "ANTHROPIC_BASE_URL",
                simulator.baseUrl().toString(),
                "ANTHROPIC_API_KEY",
                "sk-ant-test");
    }

    private Ended run(Map<String, String> environment, String part) throws Exception {
        Path output = temporary.resolve("output");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", "target/host-app.jar", part));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(OPENAI|ANTHROPIC|OLLAMA)_.*"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "It does not end by itself");
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private record Ended(int code, String output) {}
}

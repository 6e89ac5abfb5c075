package com.example.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent shows of this application it must find by itself. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.opentelemetry.api.OpenTelemetry",
                "io.opentelemetry.context.Context",
                "io.opentelemetry.sdk.OpenTelemetrySdk",
                "io.agenticraft.otel.decorate.AgentTelemetry"
            })
    void telemetryClass_isNotOnTheClassPath(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }

    @Test
    void classPath_namesNoTelemetryLibrary() {
        String classPath = System.getProperty("java.class.path");
        assertTrue(classPath.contains("openai-java-core"), classPath);
        assertFalse(classPath.contains("opentelemetry"), classPath);
    }

    @Test
    void sources_importNoTelemetry() throws IOException {
        List<String> imports =
                lines().filter(line -> line.startsWith("import ")).toList();
        assertTrue(imports.stream().anyMatch(line -> line.contains("com.openai")), imports.toString());
        assertEquals(
                List.of(),
                imports.stream()
                        .filter(line -> line.contains("opentelemetry") || line.contains("agenticraft.otel"))
                        .toList());
    }

    private static Stream<String> lines() throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(Path.of("src/main/java"))) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines.stream();
    }
}

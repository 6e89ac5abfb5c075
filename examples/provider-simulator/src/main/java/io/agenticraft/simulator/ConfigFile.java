package io.agenticraft.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads configuration files: YAML, and JSON as a part of it. */
final class ConfigFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    private ConfigFile() {}

    /** Sets what the file says; {@code IllegalArgumentException} for what it cannot mean, naming the file. */
    static void apply(Path file, SimulatorOptions.Builder builder) {
        try {
            for (Map.Entry<String, JsonNode> entry : read(file).properties()) {
                set(entry.getKey(), entry.getValue(), builder);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void set(String key, JsonNode value, SimulatorOptions.Builder builder) {
        switch (key) {
            case "verbose" -> builder.verbose(value.asBoolean());
            case "script" -> builder.script(ScriptFile.parse(value));
            default -> Setting.of(key).apply(builder, text(value));
        }
    }

    /** Lists and maps in the form that flags have. */
    private static String text(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue().asText())
                    .collect(Collectors.joining(","));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","));
        }
        return value.asText();
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no such file", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line " + e.getLocation().getLineNr() + " is not YAML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

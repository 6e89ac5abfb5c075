package io.agenticraft.otel.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registry of the GenAI conventions: attributes with their types, spans and metrics with their attributes. */
final class Conventions {
    /** Ours, documented beside the convention's names. */
    private static final Set<String> OWN = Set.of("agenticraft.stream.end", "agenticraft.usage.cost");
    /** OpenAI's refinement of the inference span, which the registry lists by type only. */
    private static final String OPENAI = "openai.";

    private static final Map<String, AttributeType> TYPES = Map.of(
            "string", AttributeType.STRING,
            "int", AttributeType.LONG,
            "double", AttributeType.DOUBLE,
            "boolean", AttributeType.BOOLEAN,
            "string[]", AttributeType.STRING_ARRAY);

    private final JsonNode registry;

    private Conventions(JsonNode registry) {
        this.registry = registry;
    }

    /** Skips the test where the reference material is not there. */
    static Conventions read() throws IOException {
        Path file = Path.of(System.getProperty("agenticraft.shared", "../shared"), "semconv/genai-late-2026.json");
        assumeTrue(Files.exists(file), () -> "skipped: no " + file + " (set -Dagenticraft.shared)");
        return new Conventions(new ObjectMapper().readTree(file.toFile()));
    }

    /** What the registry says of a span's type, such as {@code gen_ai.client.inference}. */
    JsonNode span(String type) {
        for (JsonNode span : registry.get("spans")) {
            if (span.get("type").asText().startsWith(type)) {
                return span;
            }
        }
        throw new AssertionError("No span " + type + " in the registry");
    }

    /** What the registry says of a metric. */
    JsonNode metric(String name) {
        for (JsonNode metric : registry.get("metrics")) {
            if (metric.get("name").asText().equals(name)) {
                return metric;
            }
        }
        throw new AssertionError("No metric " + name + " in the registry");
    }

    /** The names of all metrics that begin so. */
    List<String> metrics(String prefix) {
        List<String> names = new ArrayList<>();
        registry.get("metrics").forEach(metric -> names.add(metric.get("name").asText()));
        names.removeIf(name -> !name.startsWith(prefix));
        return names;
    }

    boolean isKnown(AttributeKey<?> key) {
        JsonNode type = registry.get("attribute_types").get(key.getKey());
        return type != null && key.getType() == TYPES.get(type.asText());
    }

    /** Everything that is wrong with the attributes of a span or metric. */
    List<String> faults(JsonNode described, Attributes attributes) {
        List<String> faults = new ArrayList<>();
        JsonNode allowed = described.get("attributes");
        attributes.forEach((key, value) -> {
            if (OWN.contains(key.getKey())) {
                return;
            }
            if (!isKnown(key)) {
                faults.add(key + " of type " + key.getType() + " is not in the registry");
            } else if (!allowed.has(key.getKey()) && !key.getKey().startsWith(OPENAI)) {
                faults.add(key + " does not belong here");
            }
            if (isClosedEnum(key) && !isMember(key.getKey(), value)) {
                faults.add(key + " has no value " + value);
            }
        });
        allowed.properties().forEach(entry -> {
            String level = entry.getValue().get(0).asText();
            if (level.equals("required") && !has(attributes, entry.getKey())) {
                faults.add(entry.getKey() + " is required");
            }
            if (level.equals("opt_in") && has(attributes, entry.getKey())) {
                faults.add(entry.getKey() + " must be asked for");
            }
        });
        return faults;
    }

    private static boolean has(Attributes attributes, String name) {
        return attributes.asMap().keySet().stream().anyMatch(key -> key.getKey().equals(name));
    }

    private boolean isClosedEnum(AttributeKey<?> key) {
        return registry.get("enums").has(key.getKey()) && !key.getKey().equals("error.type");
    }

    private boolean isMember(String name, Object value) {
        for (JsonNode member : registry.get("enums").get(name)) {
            if (member.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    static void assertNoFaults(String subject, List<String> faults) {
        assertTrue(faults.isEmpty(), () -> subject + ": " + faults);
    }
}

package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;

/** An OpenAPI document whose components are used as JSON schemas. */
final class Specification {

    private static final String COMPONENTS = "#/components/schemas/";

    private final JsonNode components;
    private final Map<String, Schema> schemas = new HashMap<>();

    private Specification(JsonNode components) {
        this.components = components;
    }

    /** Reads a file of the reference material; skips the test where there is none. */
    static Specification load(String file) {
        Path path = Path.of(System.getProperty("agenticraft.shared", "../../../shared"), file);
        assumeTrue(Files.exists(path), () -> "skipped: no " + path + " (set -Dagenticraft.shared)");
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            JsonNode document = new YAMLMapper(
                            YAMLFactory.builder().loaderOptions(options).build())
                    .readTree(Files.readString(path));
            return new Specification(document.at("/components/schemas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the JSON satisfies the component. */
    void check(String component, String json) {
        assertEquals(List.of(), errors(component, json), json);
    }

    List<String> errors(String component, String json) {
        return schemas.computeIfAbsent(component, this::schema).validate(Http.json(json)).stream()
                .map(Error::toString)
                .toList();
    }

    /** The component with whatever it refers to, and nothing else: the whole document would take long to compile. */
    private Schema schema(String component) {
        Set<String> needed = new TreeSet<>();
        collect(component, needed);
        ObjectNode root = Json.object().put("$ref", "#/$defs/" + component);
        ObjectNode definitions = root.putObject("$defs");
        needed.forEach(
                name -> definitions.set(name, rewrite(components.get(name).deepCopy())));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    private void collect(String component, Set<String> needed) {
        if (needed.add(component)) {
            components.required(component).findValuesAsText("$ref").stream()
                    .filter(reference -> reference.startsWith(COMPONENTS))
                    .forEach(reference -> collect(reference.substring(COMPONENTS.length()), needed));
        }
    }

    private static JsonNode rewrite(JsonNode node) {
        node.forEach(Specification::rewrite);
        if (node instanceof ObjectNode object) {
            if (object.path("$ref").isTextual()) {
                object.put("$ref", object.get("$ref").asText().replace(COMPONENTS, "#/$defs/"));
            }
            if (object.path("nullable").asBoolean(false) && object.path("type").isTextual()) {
                allowNull(object);
            }
        }
        return node;
    }

    /** The document mixes in the way of OpenAPI 3.0 to say that something may be null. */
    private static void allowNull(ObjectNode object) {
        String type = object.get("type").asText();
        object.putArray("type").add(type).add("null");
        if (object.get("enum") instanceof ArrayNode values) {
            values.addNull();
        }
    }
}

package io.agenticraft.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;

/** A provider's OpenAPI document: checks requests against one of its schemas. */
final class Spec {
    private final JsonNode document;
    private final String root;
    private final Schema schema;

    private Spec(JsonNode document, String root) {
        this.document = document;
        this.root = root;
        ObjectNode entry = (ObjectNode) document;
        entry.put("$ref", "#/components/schemas/" + root);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://spec.test/" + root), entry);
    }

    static Spec load(String file, String root) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(50_000_000);
        YAMLMapper mapper =
                new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
        return new Spec(
                mapper.readTree(Shared.folder().resolve("specs").resolve(file).toFile()), root);
    }

    /** What is wrong with a request; fields that the document does not know are wrong too. */
    List<String> faults(String json) throws IOException {
        JsonNode request = Recording.MAPPER.readTree(json);
        List<String> faults = new ArrayList<>();
        for (Error error : schema.validate(request)) {
            faults.add(error.toString());
        }
        Set<String> known = new TreeSet<>();
        collectProperties(document.at("/components/schemas/" + root), known);
        request.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add("The document knows no field " + name);
            }
        });
        return faults;
    }

    private void collectProperties(JsonNode node, Set<String> names) {
        node.path("properties").fieldNames().forEachRemaining(names::add);
        node.path("allOf").forEach(part -> collectProperties(part, names));
        if (node.has("$ref")) {
            collectProperties(document.at(node.path("$ref").asText().substring(1)), names);
        }
    }
}

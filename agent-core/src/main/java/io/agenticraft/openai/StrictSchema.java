package io.agenticraft.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a JSON schema keeps the rules of OpenAI's strict mode, which guarantees the form but rejects other schemas:
 * every object closes itself to further properties and requires all that it has.
 */
final class StrictSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StrictSchema() {}

    static boolean accepts(String schema) throws IOException {
        JsonNode root = MAPPER.readTree(schema);
        return root.path("type").asText().equals("object") && accepts(root);
    }

    private static boolean accepts(JsonNode node) {
        if (node.path("properties").isObject() || node.path("type").asText().equals("object")) {
            if (!node.path("additionalProperties").isBoolean()
                    || node.path("additionalProperties").asBoolean()
                    || !requiresAll(node)) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (child.isContainerNode() && !accepts(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean requiresAll(JsonNode node) {
        Set<String> required = new HashSet<>();
        node.path("required").forEach(name -> required.add(name.asText()));
        Set<String> properties = new HashSet<>();
        node.path("properties").fieldNames().forEachRemaining(properties::add);
        return required.containsAll(properties);
    }
}

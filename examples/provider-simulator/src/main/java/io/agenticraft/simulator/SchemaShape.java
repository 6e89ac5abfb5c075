package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reduces a schema to one without references and alternatives: follows {@code $ref}, merges {@code allOf}, chooses. */
final class SchemaShape {

    /** How many keywords are followed for one schema: enough for real ones, an end for those that go in circles. */
    private static final int MAX_STEPS = 200;

    private final JsonNode root;
    private int steps;

    private SchemaShape(JsonNode root) {
        this.root = root;
    }

    static JsonNode resolve(JsonNode schema, JsonNode root) {
        return new SchemaShape(root).resolve(schema);
    }

    @SuppressWarnings("ReferenceEquality") // step returns its own argument at the end
    private JsonNode resolve(JsonNode schema) {
        JsonNode current = schema;
        while (steps++ < MAX_STEPS) {
            JsonNode next = step(current);
            if (next == current) {
                return current;
            }
            current = next;
        }
        return current;
    }

    /** Follows one keyword; the same node when there is none to follow. */
    private JsonNode step(JsonNode schema) {
        if (schema.path("$ref").isTextual()) {
            return merge(without(schema, "$ref"), target(schema.get("$ref").asText()));
        }
        if (schema.path("allOf").isArray()) {
            JsonNode merged = without(schema, "allOf");
            for (JsonNode part : schema.get("allOf")) {
                merged = merge(merged, resolve(part));
            }
            return merged;
        }
        for (String choice : new String[] {"anyOf", "oneOf"}) {
            if (schema.path(choice).isArray()) {
                return merge(without(schema, choice), choose(schema.get(choice)));
            }
        }
        return schema;
    }

    /** The shortest way out of recursion: a null or a scalar when the first alternative is the root again. */
    private JsonNode choose(JsonNode alternatives) {
        JsonNode fallback = null;
        for (JsonNode alternative : alternatives) {
            boolean self = alternative.path("$ref").asText("").equals("#");
            boolean none = type(alternative).equals("null");
            if (!self && !none) {
                return alternative;
            }
            fallback = none ? alternative : fallback;
        }
        return fallback == null ? root : fallback;
    }

    private JsonNode target(String reference) {
        return reference.startsWith("#") ? root.at(reference.substring(1)) : root.at("/-");
    }

    private static ObjectNode without(JsonNode schema, String keyword) {
        ObjectNode copy = schema.deepCopy();
        copy.remove(keyword);
        return copy;
    }

    private static JsonNode merge(JsonNode left, JsonNode right) {
        if (!right.isObject()) {
            return left;
        }
        ObjectNode merged = left.deepCopy();
        right.properties().forEach(entry -> {
            JsonNode mine = merged.get(entry.getKey());
            JsonNode other = entry.getValue();
            if (mine instanceof ObjectNode object && entry.getKey().equals("properties")) {
                other.properties().forEach(property -> object.set(property.getKey(), property.getValue()));
            } else if (mine instanceof ArrayNode array && entry.getKey().equals("required")) {
                other.forEach(array::add);
            } else {
                merged.set(entry.getKey(), other);
            }
        });
        return merged;
    }

    /** The type of the values, guessed from other keywords where none is given; the first that is not null of many. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.asText();
        }
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        if (schema.has("properties") || schema.has("required")) {
            return "object";
        }
        return schema.has("items") || schema.has("prefixItems") ? "array" : "string";
    }

    /** Whether optional properties are better left out, because they may lead back to where they are. */
    static boolean tooDeep(JsonNode properties) {
        for (JsonNode property : properties) {
            if (property.has("$ref") || property.path("items").has("$ref")) {
                return true;
            }
        }
        return false;
    }
}

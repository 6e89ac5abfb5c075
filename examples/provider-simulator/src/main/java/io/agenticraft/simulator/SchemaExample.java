package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Invents a JSON value that satisfies a JSON schema, with words of the user where they seem to fit. Knows the keywords
 * of the schemas that tools and structured outputs have; {@code not}, {@code if} and {@code patternProperties} are
 * not looked at.
 */
final class SchemaExample {

    /** Where optional elements of arrays are left out. */
    private static final int MAX_DEPTH = 12;

    private static final int DEEPEST = 100;
    /** Schemas come from clients: none may ask for more than fits into memory. */
    private static final int MANY = 10_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;
    private final StringExample strings;
    private final NumberExample numbers;

    private SchemaExample(JsonNode root, String hint) {
        this.root = root;
        this.strings = new StringExample(hint);
        this.numbers = new NumberExample(hint);
    }

    /** A value for the schema; an empty object where there is no schema. */
    static JsonNode of(JsonNode schema, String hint) {
        return schema.isObject() ? new SchemaExample(schema, hint).value(schema, "", 0, 0) : NODES.objectNode();
    }

    /**
     * Makes a value.
     *
     * @param name the property it is for
     * @param index makes the elements of an array differ
     */
    private JsonNode value(JsonNode unresolved, String name, int index, int depth) {
        if (depth > DEEPEST) {
            // Only a schema that no finite value satisfies leads here.
            return NODES.nullNode();
        }
        JsonNode schema = SchemaShape.resolve(unresolved, root);
        if (schema.has("const")) {
            return schema.get("const");
        }
        JsonNode values = schema.path("enum");
        if (values.isArray() && !values.isEmpty()) {
            return strings.mentioned(values, index);
        }
        return switch (SchemaShape.type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> numbers.integer(schema, index);
            case "number" -> numbers.number(schema, index);
            case "boolean" -> NODES.booleanNode(true);
            case "null" -> NODES.nullNode();
            default -> NODES.textNode(strings.of(schema, name, index));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        JsonNode properties = schema.path("properties");
        for (String name : names(schema, properties)) {
            object.set(name, value(properties.path(name), name, 0, depth + 1));
        }
        JsonNode others = schema.path("additionalProperties");
        for (int i = object.size();
                i < Math.min(MANY, schema.path("minProperties").asInt(0));
                i++) {
            object.set("key" + i, value(others, "key" + i, i, depth + 1));
        }
        return object;
    }

    /** The required properties, or all of them where none is required, unless the schema goes too deep. */
    private static Set<String> names(JsonNode schema, JsonNode properties) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        if (names.isEmpty() && !SchemaShape.tooDeep(properties)) {
            properties.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        ArrayNode array = NODES.arrayNode();
        JsonNode prefix = schema.path("prefixItems");
        prefix.forEach(item -> array.add(value(item, name, array.size(), depth + 1)));
        JsonNode items = schema.path("items");
        int wanted = Math.max(schema.path("minItems").asInt(0), depth < MAX_DEPTH && prefix.isEmpty() ? 1 : 0);
        wanted = Math.min(Math.min(MANY, wanted), schema.path("maxItems").asInt(Integer.MAX_VALUE));
        while (array.size() < wanted) {
            array.add(value(items, name, array.size(), depth + 1));
        }
        return array;
    }
}

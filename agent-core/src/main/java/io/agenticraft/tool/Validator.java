package io.agenticraft.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a value against the essentials of a JSON Schema and says what is wrong, property by property. */
final class Validator {
    private final List<String> faults = new ArrayList<>(0);

    private Validator() {}

    /** What is wrong, one line each; empty if nothing is. */
    static List<String> faults(JsonNode schema, JsonNode value) {
        Validator validator = new Validator();
        validator.check(schema, value, "");
        return validator.faults;
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        JsonNode type = schema.get("type");
        if (type != null && !hasType(type, value)) {
            fault(path, "must be " + name(type) + ", but is " + Json.show(value));
            return;
        }
        JsonNode values = schema.get("enum");
        if (values != null && !contains(values, value)) {
            fault(path, "must be one of " + values + ", but is " + Json.show(value));
        }
        JsonNode constant = schema.get("const");
        if (constant != null && !constant.equals(value)) {
            fault(path, "must be " + constant + ", but is " + Json.show(value));
        }
        if (value.isObject()) {
            checkObject(schema, value, path);
        } else if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), path + "[" + i + "]");
            }
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String path) {
        JsonNode properties = schema.path("properties");
        JsonNode required = schema.path("required");
        for (JsonNode name : required) {
            JsonNode given = value.get(name.asText());
            if (given == null || (given.isNull() && !takesNull(properties.get(name.asText())))) {
                fault(join(path, name.asText()), "is required, but missing");
            }
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            JsonNode known = properties.get(property.getKey());
            String at = join(path, property.getKey());
            if (known != null) {
                // Models write null for what they leave out.
                if (!property.getValue().isNull()) {
                    check(known, property.getValue(), at);
                }
            } else if (isFalse(schema.get("additionalProperties"))) {
                fault(at, "is unknown; known are " + names(properties));
            }
        }
    }

    private void fault(String path, String what) {
        faults.add((path.isEmpty() ? "the whole" : path) + " " + what);
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (hasType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber() || isWhole(value);
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private static boolean isWhole(JsonNode value) {
        return value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether null is a value of its own there, as where a strict schema requires what is optional. */
    private static boolean takesNull(@Nullable JsonNode property) {
        JsonNode type = property == null ? null : property.get("type");
        return property != null && (type == null || hasType(type, NullNode.getInstance()));
    }

    private static boolean isFalse(@Nullable JsonNode value) {
        return value != null && value.isBoolean() && !value.booleanValue();
    }

    private static String name(JsonNode type) {
        return switch (type.asText()) {
            case "object", "array", "integer" -> "an " + type.asText();
            case "string", "number", "boolean" -> "a " + type.asText();
            default -> "of type " + type;
        };
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names.toString();
    }
}

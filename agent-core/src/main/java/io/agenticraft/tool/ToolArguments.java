package io.agenticraft.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool call's arguments, parsed and checked against the tool's schema. A getter of something that is not there or of
 * another type throws a {@link ToolArgumentsException}, whose message the model is told; the getters with a fallback
 * return it where the argument is missing or null.
 */
public final class ToolArguments {
    private final String tool;
    private final JsonNode root;

    private ToolArguments(String tool, JsonNode root) {
        this.tool = tool;
        this.root = root;
    }

    /** Parses what a model wrote; nothing at all, and null, count as no arguments. */
    static ToolArguments parse(String tool, String text, Schema schema) {
        JsonNode root;
        try {
            root = Json.parse(text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException e) {
            throw new ToolArgumentsException("The arguments of " + tool + " are not valid JSON: "
                    + e.getOriginalMessage() + ". Call the tool again with one JSON object.");
        }
        if (root.isNull()) {
            root = Json.MAPPER.createObjectNode();
        }
        List<String> faults = Validator.faults(schema.node(), root);
        if (!faults.isEmpty()) {
            throw new ToolArgumentsException("The arguments of " + tool + " are not valid: " + String.join("; ", faults)
                    + ". Correct them and call the tool again.");
        }
        return new ToolArguments(tool, root);
    }

    /** Whether the argument is there and not null. */
    public boolean has(String name) {
        return get(name) != null;
    }

    public String string(String name) {
        JsonNode value = require(name);
        return check(value.isTextual(), name, "a string", value).textValue();
    }

    public String string(String name, String fallback) {
        return has(name) ? string(name) : fallback;
    }

    public int integer(String name) {
        JsonNode value = require(name);
        return check(isWhole(value) && value.canConvertToInt(), name, "an integer of 32 bits", value)
                .intValue();
    }

    public int integer(String name, int fallback) {
        return has(name) ? integer(name) : fallback;
    }

    public double number(String name) {
        JsonNode value = require(name);
        return check(value.isNumber(), name, "a number", value).doubleValue();
    }

    public double number(String name, double fallback) {
        return has(name) ? number(name) : fallback;
    }

    public boolean bool(String name) {
        JsonNode value = require(name);
        return check(value.isBoolean(), name, "true or false", value).booleanValue();
    }

    public boolean bool(String name, boolean fallback) {
        return has(name) ? bool(name) : fallback;
    }

    /** A list of texts; empty where the argument is missing. */
    public List<String> strings(String name) {
        JsonNode value = get(name);
        List<String> strings = new ArrayList<>();
        if (value != null) {
            check(value.isArray(), name, "an array of strings", value);
            for (JsonNode element : value) {
                check(element.isTextual(), name, "an array of strings", value);
                strings.add(element.textValue());
            }
        }
        return List.copyOf(strings);
    }

    /** All arguments as a record or bean; unknown ones are ignored. */
    public <T> T as(Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(root, type);
        } catch (JsonProcessingException e) {
            throw new ToolArgumentsException("The arguments of " + tool + " cannot be read: " + e.getOriginalMessage());
        }
    }

    /** All arguments as JSON text. */
    public String toJson() {
        return root.toString();
    }

    private @Nullable JsonNode get(String name) {
        JsonNode value = root.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private JsonNode require(String name) {
        JsonNode value = get(name);
        if (value == null) {
            throw new ToolArgumentsException("The argument " + name + " of " + tool + " is missing");
        }
        return value;
    }

    private static boolean isWhole(JsonNode value) {
        return value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    }

    private JsonNode check(boolean right, String name, String expected, JsonNode value) {
        if (!right) {
            throw new ToolArgumentsException(
                    "The argument " + name + " of " + tool + " must be " + expected + ", but is " + Json.show(value));
        }
        return value;
    }

    @Override
    public String toString() {
        return toJson();
    }
}

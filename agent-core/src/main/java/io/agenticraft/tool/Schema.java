package io.agenticraft.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a tool's arguments, a JSON Schema. Immutable: each method gives another one.
 *
 * <pre>{@code
 * Schema.object()
 *     .string("city", "the city, such as Graz").required()
 *     .enumeration("unit", "unit of temperature", "celsius", "fahrenheit")
 * }</pre>
 */
public final class Schema {
    private final ObjectNode node;
    private final @Nullable String latest;

    private Schema(ObjectNode node, @Nullable String latest) {
        this.node = node;
        this.latest = latest;
    }

    /** An object, so far without properties; it accepts no others than it will be given. */
    public static Schema object() {
        ObjectNode node = ofType("object");
        node.putObject("properties");
        node.putArray("required");
        node.put("additionalProperties", false);
        return new Schema(node, null);
    }

    public static Schema string() {
        return new Schema(ofType("string"), null);
    }

    /** A whole number. */
    public static Schema integer() {
        return new Schema(ofType("integer"), null);
    }

    public static Schema number() {
        return new Schema(ofType("number"), null);
    }

    public static Schema bool() {
        return new Schema(ofType("boolean"), null);
    }

    /** One of several texts. */
    public static Schema enumeration(List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("An enumeration needs at least one value");
        }
        ObjectNode node = ofType("string");
        ArrayNode array = node.putArray("enum");
        for (String value : values) {
            array.add(value);
        }
        return new Schema(node, null);
    }

    public static Schema array(Schema items) {
        ObjectNode node = ofType("array");
        node.set("items", items.node);
        return new Schema(node, null);
    }

    /**
     * A schema from JSON Schema text, sent to the provider as it is. Arguments are checked against its {@code type},
     * {@code properties}, {@code required}, {@code additionalProperties}, {@code items}, {@code enum} and {@code const};
     * other keywords are left to the tool.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static Schema ofJson(String json) {
        try {
            if (Json.parse(json) instanceof ObjectNode object) {
                return new Schema(object, null);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("A JSON Schema is a JSON object");
    }

    /** This object with a text property. */
    public Schema string(String name, String description) {
        return property(name, description, string());
    }

    /** This object with a property that is a whole number. */
    public Schema integer(String name, String description) {
        return property(name, description, integer());
    }

    /** This object with a property that is a number. */
    public Schema number(String name, String description) {
        return property(name, description, number());
    }

    /** This object with a property that is true or false. */
    public Schema bool(String name, String description) {
        return property(name, description, bool());
    }

    /** This object with a property that is one of several texts. */
    public Schema enumeration(String name, String description, String... values) {
        return property(name, description, enumeration(List.of(values)));
    }

    /** This object with a property that is a list. */
    public Schema array(String name, String description, Schema items) {
        return property(name, description, array(items));
    }

    /** This object with a property of any other form, such as a nested object. */
    public Schema property(String name, String description, Schema value) {
        ObjectNode copy = properties(name).deepCopy();
        ((ObjectNode) copy.get("properties")).set(name, value.describedAs(description).node);
        return new Schema(copy, name);
    }

    /** The same with the property that was added last required. */
    public Schema required() {
        if (latest == null) {
            throw new IllegalStateException("required() follows the property that it is about");
        }
        ObjectNode copy = node.deepCopy();
        ((ArrayNode) copy.get("required")).add(latest);
        return new Schema(copy, null);
    }

    /** The same with a description. */
    public Schema describedAs(String description) {
        return new Schema(node.deepCopy().put("description", description), null);
    }

    /** JSON Schema as text. */
    public String toJson() {
        return node.toString();
    }

    boolean isObject() {
        return node.path("type").asText().equals("object");
    }

    JsonNode node() {
        return node;
    }

    private ObjectNode properties(String name) {
        JsonNode properties = node.get("properties");
        if (!isObject() || properties == null) {
            throw new IllegalStateException("Only Schema.object() has properties");
        }
        if (properties.has(name)) {
            throw new IllegalStateException("There is a property " + name + " already");
        }
        return node;
    }

    private static ObjectNode ofType(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }

    @Override
    public String toString() {
        return toJson();
    }
}

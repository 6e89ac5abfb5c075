package io.agenticraft.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a model answers.
 *
 * @param kind the form
 * @param name the schema's name, with {@link Kind#JSON_SCHEMA} only
 * @param schema JSON Schema as text, with {@link Kind#JSON_SCHEMA} only
 */
public record ResponseFormat(
        Kind kind, @Nullable String name, @Nullable String schema) {
    /** The forms; {@link #TEXT} is every provider's default. */
    public enum Kind {
        TEXT,
        JSON,
        JSON_SCHEMA
    }

    public ResponseFormat {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.JSON_SCHEMA) != (name != null && schema != null)) {
            throw new IllegalArgumentException("A name and a schema go with kind JSON_SCHEMA, and only with it");
        }
    }

    public static ResponseFormat text() {
        return new ResponseFormat(Kind.TEXT, null, null);
    }

    public static ResponseFormat json() {
        return new ResponseFormat(Kind.JSON, null, null);
    }

    public static ResponseFormat jsonSchema(String name, String schema) {
        return new ResponseFormat(Kind.JSON_SCHEMA, name, schema);
    }
}

package io.agenticraft.tool;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import java.util.regex.Pattern;

/** A tool's name, description and schema, and the way from a model's text to valid arguments. */
final class Definition {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final ToolSpec spec;
    private final Schema schema;

    Definition(String name, String description, Schema schema) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A tool's name has 1 to 64 letters, digits, _ and -, unlike \"" + name
                    + "\"; providers refuse others");
        }
        if (!schema.isObject()) {
            throw new IllegalArgumentException("The arguments of tool " + name + " must be an object: Schema.object()");
        }
        this.spec = new ToolSpec(name, description, schema.toJson());
        this.schema = schema;
    }

    ToolSpec spec() {
        return spec;
    }

    /** The call's arguments, or a {@link ToolArgumentsException} that tells the model what to correct. */
    ToolArguments arguments(ToolCall call) {
        return ToolArguments.parse(spec.name(), call.arguments(), schema);
    }
}

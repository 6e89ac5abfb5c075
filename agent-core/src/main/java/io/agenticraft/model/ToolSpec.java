package io.agenticraft.model;

import java.util.Objects;

/**
 * What a model is told about a tool.
 *
 * @param name the tool's name; providers accept letters, digits, {@code _} and {@code -}, 64 at most
 * @param description what the tool does and when to use it
 * @param inputSchema JSON Schema of the arguments, an object, as text
 */
public record ToolSpec(String name, String description, String inputSchema) {
    public ToolSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(inputSchema, "inputSchema");
    }
}

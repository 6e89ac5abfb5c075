package io.agenticraft.model;

import java.util.Objects;

/**
 * A model's wish to call a tool.
 *
 * @param id the call's identifier, unique within a conversation; made up by the client where the provider sends none
 * @param name the tool's name
 * @param arguments a JSON object as text, exactly as the model wrote it; it need not be valid
 */
public record ToolCall(String id, String name, String arguments) implements Content {
    public ToolCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arguments, "arguments");
    }
}

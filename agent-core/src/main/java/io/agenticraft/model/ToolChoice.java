package io.agenticraft.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model may, must or must not call a tool.
 *
 * @param mode the rule
 * @param toolName the one tool that must be called, with {@link Mode#TOOL} only
 */
public record ToolChoice(Mode mode, @Nullable String toolName) {
    /** The rules; {@link #AUTO} is every provider's default. */
    public enum Mode {
        AUTO,
        NONE,
        REQUIRED,
        TOOL
    }

    public ToolChoice {
        Objects.requireNonNull(mode, "mode");
        if ((mode == Mode.TOOL) != (toolName != null)) {
            throw new IllegalArgumentException("A tool's name goes with mode TOOL, and only with it");
        }
    }

    public static ToolChoice auto() {
        return new ToolChoice(Mode.AUTO, null);
    }

    public static ToolChoice none() {
        return new ToolChoice(Mode.NONE, null);
    }

    public static ToolChoice required() {
        return new ToolChoice(Mode.REQUIRED, null);
    }

    public static ToolChoice tool(String name) {
        return new ToolChoice(Mode.TOOL, Objects.requireNonNull(name, "name"));
    }
}

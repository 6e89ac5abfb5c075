package io.agenticraft.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a script makes the model say: reasoning, a text, tool calls, or a failure instead.
 *
 * <p>Texts and string arguments may contain {@code ${user}} (the user's last message), {@code ${1}} (a group of the
 * rule's pattern) and {@code ${tool.NAME}} (the last result of that tool).
 */
public record Reply(
        @Nullable String reasoning,
        @Nullable String text,
        List<ToolUse> tools,
        @Nullable Fault fault) {

    /** Copies the list. */
    public Reply {
        tools = List.copyOf(tools);
    }

    /** Says this. */
    public static Reply text(String text) {
        return new Reply(null, text, List.of(), null);
    }

    /** Calls these tools, all at once. */
    public static Reply tools(ToolUse... tools) {
        return new Reply(null, null, List.of(tools), null);
    }

    /** Fails. */
    public static Reply fault(Fault fault) {
        return new Reply(null, null, List.of(), fault);
    }

    /** The same with these thoughts shown before it. */
    public Reply withReasoning(String thoughts) {
        return new Reply(thoughts, text, tools, fault);
    }

    /**
     * A call of a tool.
     *
     * @param arguments the arguments; null to invent some that satisfy the tool's schema
     */
    public record ToolUse(String name, @Nullable Map<String, Object> arguments) {

        /** A call with arguments that satisfy the tool's schema. */
        public static ToolUse of(String name) {
            return new ToolUse(name, null);
        }
    }
}

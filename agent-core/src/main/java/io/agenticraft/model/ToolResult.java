package io.agenticraft.model;

import java.util.Objects;

/**
 * What a tool answered.
 *
 * @param callId {@link ToolCall#id()} of the call that is answered
 * @param toolName the tool's name
 * @param content the answer, or the words of the failure
 * @param error whether the tool failed
 */
public record ToolResult(String callId, String toolName, String content, boolean error) implements Content {
    public ToolResult {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(toolName, "toolName");
        Objects.requireNonNull(content, "content");
    }
}

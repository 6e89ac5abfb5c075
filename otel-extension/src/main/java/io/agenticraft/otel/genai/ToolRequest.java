package io.agenticraft.otel.genai;

import org.jspecify.annotations.Nullable;

/** What telemetry needs to know of a tool that is called, read from a library's own types. */
public interface ToolRequest {

    /** The tool's name. */
    String name();

    /** The call's identifier, or null. */
    default @Nullable String callId() {
        return null;
    }

    /** What the tool does, or null. */
    default @Nullable String description() {
        return null;
    }

    /** The tool's type; {@value GenAi#TOOL_TYPE_FUNCTION} unless an adapter says otherwise. */
    default String type() {
        return GenAi.TOOL_TYPE_FUNCTION;
    }

    /** The agent that calls the tool, or null. */
    default @Nullable String agent() {
        return null;
    }

    /** Names the conversation, or null. */
    default @Nullable String conversationId() {
        return null;
    }
}

package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.otel.genai.AgentRun;
import io.agenticraft.otel.genai.ToolRequest;
import org.jspecify.annotations.Nullable;

/** A tool's execution as the conventions see it. */
record CoreToolRequest(
        ToolSpec spec, ToolCall call, @Nullable AgentRun run) implements ToolRequest {

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public String callId() {
        return call.id();
    }

    @Override
    public String description() {
        return spec.description();
    }

    @Override
    public @Nullable String agent() {
        return run == null ? null : run.agent();
    }

    @Override
    public @Nullable String conversationId() {
        return run == null ? null : run.conversation();
    }
}

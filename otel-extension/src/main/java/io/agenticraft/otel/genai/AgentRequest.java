package io.agenticraft.otel.genai;

import org.jspecify.annotations.Nullable;

/** What telemetry needs to know of an agent that is asked to run, read from a library's own types. */
public interface AgentRequest extends GenerationSettings {

    /** The agent's name, or null. */
    @Nullable
    String name();

    /** What the agent is for, or null. */
    default @Nullable String description() {
        return null;
    }
}

package io.agenticraft.otel.genai;

import org.jspecify.annotations.Nullable;

/** What telemetry needs to know of an agent that is asked to run, read from a library's own types. */
public interface AgentRequest extends GenerationSettings {

    /** The agent's name, or null. */
    @Nullable
    String name();

    /** The provider that the run begins with, by its name in the conventions, or null. */
    default @Nullable String provider() {
        return null;
    }

    /** How many characters the run is given to begin with, or null. */
    default @Nullable Long promptLength() {
        return null;
    }

    /** What the agent is for, or null. */
    default @Nullable String description() {
        return null;
    }
}

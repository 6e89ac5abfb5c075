package io.agenticraft.otel.genai;

import org.jspecify.annotations.Nullable;

/** What telemetry needs to know of an agent that is asked to run, read from a library's own types. */
public interface AgentRequest extends GenerationSettings {

    /** The agent's name, or null. */
    @Nullable
    String name();

    /** The provider that the run is pinned to, as the application calls it, or null. */
    default @Nullable String provider() {
        return null;
    }

    /** The model that the run is pinned to, or null: the one of its first call is. */
    default @Nullable String model() {
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

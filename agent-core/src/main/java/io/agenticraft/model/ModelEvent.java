package io.agenticraft.model;

import org.jspecify.annotations.Nullable;

/** A piece of an answer while it streams. The whole answer comes at the end as a {@link ModelResponse}. */
public sealed interface ModelEvent {

    /** The provider has begun to answer. Comes once, first. */
    record Started(@Nullable String id, @Nullable String model) implements ModelEvent {}

    /** Some more text. */
    record TextDelta(String text) implements ModelEvent {}

    /** Some more reasoning. */
    record ReasoningDelta(String text) implements ModelEvent {}

    /** Some more of a refusal. */
    record RefusalDelta(String text) implements ModelEvent {}

    /**
     * Some more of a tool call.
     *
     * @param index tells parallel calls apart, from 0
     * @param id the call's identifier, with the call's first delta only
     * @param name the tool's name, with the call's first delta only
     * @param arguments a piece of the JSON text; only all pieces together can be parsed
     */
    record ToolCallDelta(
            int index, @Nullable String id, @Nullable String name, String arguments) implements ModelEvent {}
}

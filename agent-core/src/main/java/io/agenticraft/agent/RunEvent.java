package io.agenticraft.agent;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;

/** Something that happened in a run. */
public sealed interface RunEvent {

    /** A piece of a model's answer. Turns count from 1. */
    record Delta(int turn, ModelEvent event) implements RunEvent {}

    /** A model has answered whole. */
    record Answered(int turn, ModelResponse response) implements RunEvent {}

    /** A tool is about to be called. */
    record ToolStarted(int turn, ToolCall call) implements RunEvent {}

    /** A tool has answered or failed. */
    record ToolFinished(int turn, ToolResult result) implements RunEvent {}

    /** The run has ended well. Comes once, last. */
    record Finished(RunResult result) implements RunEvent {}
}

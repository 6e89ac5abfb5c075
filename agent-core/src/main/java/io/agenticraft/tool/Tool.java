package io.agenticraft.tool;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Something that a model may ask to be done. Safe for use by many threads. */
public interface Tool {

    /** What the model is told. */
    ToolSpec spec();

    /**
     * Does it.
     *
     * @param call the model's wish; its arguments need not be valid
     * @param executor where blocking work goes
     * @return the answer for the model; a failure is told to the model and does not end the run
     */
    CompletableFuture<String> execute(ToolCall call, Executor executor);
}

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
     * Starts it and returns at once. Blocking work goes to the executor: the calling thread may be a provider's event
     * loop.
     *
     * @param call the model's wish; its arguments need not be valid
     * @param executor where blocking work goes
     * @return the answer for the model; a failure is told to the model by its message and does not end the run.
     *     Cancelling the future stops the work as far as it can be stopped
     */
    CompletableFuture<String> execute(ToolCall call, Executor executor);

    /**
     * A tool that may block. Arguments that do not fit the schema never reach the function; the model is told what is
     * wrong with them.
     *
     * @param name letters, digits, {@code _} and {@code -}, 64 at most
     * @param description what the tool does and when to use it
     * @param schema the arguments
     * @throws IllegalArgumentException if the name is not one that all providers accept, or the schema is no object
     */
    static Tool of(String name, String description, Schema schema, ToolFunction function) {
        return new BlockingTool(new Definition(name, description, schema), function);
    }

    /** Like {@link #of}, for a function that does not block and answers later. */
    static Tool async(String name, String description, Schema schema, AsyncToolFunction function) {
        return new AsyncTool(new Definition(name, description, schema), function);
    }
}

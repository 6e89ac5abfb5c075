package io.agenticraft.tool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What a tool that does not block does with its arguments. */
@FunctionalInterface
public interface AsyncToolFunction {

    /**
     * Starts it, and returns at once: the thread may be a provider's event loop.
     *
     * @param executor where blocking work goes
     * @return the answer for the model; it is cancelled with the run
     * @throws Exception if it fails at once; the model is told the message, as it is if the future fails
     */
    CompletableFuture<String> call(ToolArguments arguments, Executor executor) throws Exception;
}

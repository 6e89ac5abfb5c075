package io.agenticraft.tool;

/** What a blocking tool does with its arguments. */
@FunctionalInterface
public interface ToolFunction {

    /**
     * Does it, on a thread of the agent's executor, which is interrupted if the run is cancelled.
     *
     * @return the answer for the model
     * @throws Exception if it fails; the model is told the message, so it must hold no secret
     */
    String call(ToolArguments arguments) throws Exception;
}

package io.agenticraft.tool;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs its function on the executor. */
final class BlockingTool implements Tool {
    private final Definition definition;
    private final ToolFunction function;

    BlockingTool(Definition definition, ToolFunction function) {
        this.definition = definition;
        this.function = function;
    }

    @Override
    public ToolSpec spec() {
        return definition.spec();
    }

    @Override
    public CompletableFuture<String> execute(ToolCall call, Executor executor) {
        Invocation invocation = new Invocation(() -> function.call(definition.arguments(call)));
        executor.execute(invocation);
        return invocation;
    }
}

package io.agenticraft.tool;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Calls its function at once. */
final class AsyncTool implements Tool {
    private final Definition definition;
    private final AsyncToolFunction function;

    AsyncTool(Definition definition, AsyncToolFunction function) {
        this.definition = definition;
        this.function = function;
    }

    @Override
    public ToolSpec spec() {
        return definition.spec();
    }

    @Override
    public CompletableFuture<String> execute(ToolCall call, Executor executor) {
        try {
            return function.call(definition.arguments(call), executor);
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}

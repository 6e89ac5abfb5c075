package io.agenticraft.otel.testing;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.tool.Tool;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A tool that does its work on the executor it is given. */
public record FunctionTool(String name, Function<String, String> work) implements Tool {

    @Override
    public ToolSpec spec() {
        return new ToolSpec(name, "Does " + name, "{}");
    }

    @Override
    public CompletableFuture<String> execute(ToolCall call, Executor executor) {
        return CompletableFuture.supplyAsync(() -> work.apply(call.arguments()), executor);
    }
}

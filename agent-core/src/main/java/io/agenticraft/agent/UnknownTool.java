package io.agenticraft.agent;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Stands for a tool that a model made up, so that decorators see the attempt. */
record UnknownTool(ToolSpec spec, List<ToolSpec> known) implements Tool {

    UnknownTool(String name, List<ToolSpec> known) {
        this(new ToolSpec(name, "", "{}"), known);
    }

    @Override
    public CompletableFuture<String> execute(ToolCall call, Executor executor) {
        List<String> names = new ArrayList<>(known.size());
        for (ToolSpec one : known) {
            names.add(one.name());
        }
        return CompletableFuture.failedFuture(new IllegalArgumentException(
                "There is no tool " + spec.name() + (names.isEmpty() ? "" : "; there are " + names)));
    }
}

package io.agenticraft.otel.decorate;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunSink;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An agent of one model call, whose future aborts the call when it is cancelled. */
record DirectAgent(ModelProvider provider) implements Agent {

    @Override
    public String name() {
        return "direct";
    }

    @Override
    public Binding binding() {
        return new Binding(provider, "gpt-4o");
    }

    @Override
    public void switchTo(String target) {
        throw new UnsupportedOperationException(target);
    }

    @Override
    public CompletableFuture<RunResult> start(List<Message> input, RunOptions options, @Nullable RunSink sink) {
        CompletableFuture<ModelResponse> call = options.provider()
                .apply(provider)
                .complete(ModelRequest.builder("gpt-4o").messages(input).build());
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        var unused = result.whenComplete((value, failure) -> call.cancel(true));
        return result;
    }
}

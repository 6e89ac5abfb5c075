package io.agenticraft.otel.adapters.core;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunSink;
import io.agenticraft.model.Message;
import io.agenticraft.registry.Binding;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** An agent with a handler around its {@code start}, as woven code has it. */
record WovenAgent(Agent woven) implements Agent {

    @Override
    public String name() {
        return woven.name();
    }

    @Override
    public @Nullable String description() {
        return woven.description();
    }

    @Override
    public Executor executor() {
        return woven.executor();
    }

    @Override
    public Binding binding() {
        return woven.binding();
    }

    @Override
    public void switchTo(String target) {
        woven.switchTo(target);
    }

    @Override
    public void switchTo(Binding target) {
        woven.switchTo(target);
    }

    @Override
    @SuppressWarnings("unchecked")
    public CompletableFuture<RunResult> start(List<Message> input, RunOptions options, @Nullable RunSink sink) {
        Object result = Weaving.call(
                new AgentStartHandler(), woven, arguments(input, options, sink), args -> start(woven, args));
        return (CompletableFuture<RunResult>) result;
    }

    @SuppressWarnings("NullAway") // a sink may be null, and arrays of seams are not marked
    private static Object[] arguments(List<Message> input, RunOptions options, @Nullable RunSink sink) {
        return new Object[] {input, options, sink};
    }

    @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"})
    private static Object start(Agent woven, Object[] args) {
        return woven.start(
                (List<Message>) Objects.requireNonNull(args[0]), (RunOptions) Objects.requireNonNull(args[1]), (RunSink)
                        args[2]);
    }
}

package io.agenticraft.otel.adapters.core;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunSink;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.registry.Binding;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** An agent whose runs are observed. */
final class TracedAgent implements Agent {
    private final Agent delegate;
    private final Telemetry telemetry;

    private TracedAgent(Agent delegate, Telemetry telemetry) {
        this.delegate = delegate;
        this.telemetry = telemetry;
    }

    /** Observes {@code agent}; one that is observed already is not observed twice. */
    static Agent of(Agent agent, Telemetry telemetry) {
        return agent instanceof TracedAgent traced
                ? new TracedAgent(traced.delegate, telemetry)
                : new TracedAgent(agent, telemetry);
    }

    @Override
    public String name() {
        return delegate.name();
    }

    @Override
    public @Nullable String description() {
        return delegate.description();
    }

    @Override
    public GenerationOptions generationOptions() {
        return delegate.generationOptions();
    }

    @Override
    public @Nullable Conversation memory() {
        return delegate.memory();
    }

    @Override
    public Executor executor() {
        return delegate.executor();
    }

    @Override
    public Binding binding() {
        return delegate.binding();
    }

    @Override
    public void switchTo(String target) {
        delegate.switchTo(target);
    }

    @Override
    public void switchTo(Binding target) {
        delegate.switchTo(target);
    }

    @Override
    public CompletableFuture<RunResult> start(List<Message> input, RunOptions options, @Nullable RunSink sink) {
        TracedRun run = TracedRun.start(telemetry, delegate, input, options);
        return run == null ? delegate.start(input, options, sink) : start(input, run, sink);
    }

    private CompletableFuture<RunResult> start(List<Message> input, TracedRun run, @Nullable RunSink sink) {
        CompletableFuture<RunResult> result;
        Scope scope = run.context().makeCurrent();
        try {
            result = delegate.start(input, run.options(), sink);
        } catch (Throwable e) {
            run.fail(e);
            throw e;
        } finally {
            scope.close();
        }
        return run.observe(result);
    }
}

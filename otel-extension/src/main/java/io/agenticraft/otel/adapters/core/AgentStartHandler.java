package io.agenticraft.otel.adapters.core;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.Message;
import io.agenticraft.otel.adapter.SeamHandler;
import io.agenticraft.otel.genai.Telemetry;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Around {@code DefaultAgent.start(List, RunOptions, RunSink)}. */
public final class AgentStartHandler implements SeamHandler {
    private static final int INPUT = 0;
    private static final int OPTIONS = 1;

    /** Made by weavers. */
    public AgentStartHandler() {}

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed in exit, which weavers call whatever happens in between
    public @Nullable Object enter(Object self, Object[] args) {
        if (!(self instanceof Agent agent) || !(args[OPTIONS] instanceof RunOptions options)) {
            return null;
        }
        TracedRun run = TracedRun.start(Telemetry.current(), agent, input(args[INPUT]), options);
        if (run == null) {
            return null;
        }
        args[OPTIONS] = run.options();
        return new Started(run, run.context().makeCurrent());
    }

    @SuppressWarnings("unchecked") // the seam's signature; null, which the agent refuses itself, is no input
    private static List<Message> input(@Nullable Object argument) {
        return argument == null ? List.of() : (List<Message>) argument;
    }

    @Override
    public @Nullable Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        Started started = (Started) token;
        started.scope.close();
        if (thrown != null) {
            started.run.fail(thrown);
            return returned;
        }
        return returned instanceof CompletableFuture<?> result ? started.run.observe(castResult(result)) : returned;
    }

    @SuppressWarnings("unchecked") // the seam's signature
    private static CompletableFuture<RunResult> castResult(CompletableFuture<?> result) {
        return (CompletableFuture<RunResult>) result;
    }

    private record Started(TracedRun run, Scope scope) {}
}

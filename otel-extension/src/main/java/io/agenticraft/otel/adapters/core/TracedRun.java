package io.agenticraft.otel.adapters.core;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.Message;
import io.agenticraft.otel.genai.AgentRun;
import io.agenticraft.otel.genai.Decisions;
import io.agenticraft.otel.genai.Failures;
import io.agenticraft.otel.genai.ObservedFuture;
import io.agenticraft.otel.genai.Telemetry;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One run of an agent, observed: what is the same whether a decorator or woven code starts it. */
final class TracedRun {
    private final AgentRun run;
    private final RunOptions options;

    private TracedRun(AgentRun run, RunOptions options) {
        this.run = run;
        this.options = options;
    }

    /** Null if the run is observed already, or telemetry failed. */
    static @Nullable TracedRun start(Telemetry telemetry, Agent agent, List<Message> input, RunOptions options) {
        AgentRun run;
        try {
            run = AgentRun.start(telemetry, new CoreAgentRequest(agent, input, options), Context.current());
        } catch (Throwable e) {
            Failures.count(e);
            return null;
        }
        return run == null ? null : new TracedRun(run, decorated(options, telemetry, run));
    }

    private static RunOptions decorated(RunOptions options, Telemetry telemetry, AgentRun run) {
        return options.observed(new PolicyObserver(new Decisions(telemetry, run.context())))
                .decorated(
                        (provider, scope) -> TracedProvider.of(provider, telemetry, Caller.of(run, scope.attempt())),
                        tool -> TracedTool.of(tool, telemetry, run));
    }

    /** The options with which the run is to be made. */
    RunOptions options() {
        return options;
    }

    /** The context in which it is to be made. */
    Context context() {
        return run.context();
    }

    /** What the caller is to be given instead of {@code result}. */
    CompletableFuture<RunResult> observe(CompletableFuture<RunResult> result) {
        return ObservedFuture.observe(result, this::ended);
    }

    void fail(Throwable failure) {
        run.fail(failure, Failure.code(failure));
    }

    private void ended(@Nullable RunResult result, @Nullable Throwable failure) {
        if (failure != null) {
            fail(failure);
        } else if (result != null) {
            run.answeredBy(result.provider());
            run.end(
                    result.usage().inputTokens(),
                    result.usage().outputTokens(),
                    CoreFinishReasons.of(result.finishReason(), null),
                    (long) result.text().length());
        } else {
            fail(new NullPointerException());
        }
    }
}

package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.otel.genai.AgentRun;
import io.agenticraft.otel.genai.Failures;
import io.agenticraft.otel.genai.ObservedFuture;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.otel.genai.ToolRun;
import io.agenticraft.tool.Tool;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A tool whose executions are observed, within a run or on their own. */
final class TracedTool implements Tool {
    private final Tool delegate;
    private final Telemetry telemetry;
    private final @Nullable AgentRun run;

    private TracedTool(Tool delegate, Telemetry telemetry, @Nullable AgentRun run) {
        this.delegate = delegate;
        this.telemetry = telemetry;
        this.run = run;
    }

    /** Observes {@code tool}; one that is observed already is not observed twice. */
    static Tool of(Tool tool, Telemetry telemetry, @Nullable AgentRun run) {
        Tool plain = tool instanceof TracedTool traced ? traced.delegate : tool;
        return new TracedTool(plain, telemetry, run);
    }

    @Override
    public ToolSpec spec() {
        return delegate.spec();
    }

    @Override
    public CompletableFuture<String> execute(ToolCall call, Executor executor) {
        ToolRun observed = start(call);
        return observed == null ? delegate.execute(call, executor) : execute(call, executor, observed);
    }

    private @Nullable ToolRun start(ToolCall call) {
        try {
            Context parent = run == null ? Context.current() : run.context();
            if (run != null) {
                run.callingTool();
            }
            return ToolRun.start(telemetry, new CoreToolRequest(delegate.spec(), call, run), parent);
        } catch (Throwable e) {
            Failures.count(e);
            return null;
        }
    }

    /** Whatever the tool does, here or on the executor, happens in its span's context. */
    private CompletableFuture<String> execute(ToolCall call, Executor executor, ToolRun observed) {
        Context context = observed.context();
        CompletableFuture<String> answer;
        Scope scope = context.makeCurrent();
        try {
            answer = delegate.execute(call, context.wrap(executor));
        } catch (Throwable e) {
            observed.fail(e);
            throw e;
        } finally {
            scope.close();
        }
        return ObservedFuture.observe(answer, (text, failure) -> {
            if (failure == null) {
                observed.end();
            } else {
                observed.fail(failure);
            }
        });
    }
}

package io.agenticraft.otel.decorate;

import io.agenticraft.agent.Agent;
import io.agenticraft.otel.adapters.core.CoreTracing;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.tool.Tool;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Telemetry of agent-core by hand: what is wrapped here becomes spans and metrics of the GenAI conventions. Wrapping
 * twice, wrapping an agent and its provider, or running a Java agent besides all yield one span per operation. Nothing
 * that is said to a model or by it is recorded.
 */
public final class AgentTelemetry {
    private final Telemetry telemetry;

    private AgentTelemetry(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Telemetry that goes to {@code openTelemetry}. */
    public static AgentTelemetry create(OpenTelemetry openTelemetry) {
        return new AgentTelemetry(Telemetry.of(Objects.requireNonNull(openTelemetry, "openTelemetry")));
    }

    /** The same agent, whose runs are spans, with the spans of their model and tool calls below them. */
    public Agent wrap(Agent agent) {
        return CoreTracing.agent(Objects.requireNonNull(agent, "agent"), telemetry);
    }

    /**
     * The same provider, whose calls are spans, children of the span that is current when a call is made. Of policies,
     * such as a router or a cache, the calls that they make are: one span for each attempt.
     */
    public ModelProvider wrap(ModelProvider provider) {
        return CoreTracing.provider(Objects.requireNonNull(provider, "provider"), telemetry);
    }

    /** The same tool, whose executions are spans, children of the span that is current when it is called. */
    public Tool wrap(Tool tool) {
        return CoreTracing.tool(Objects.requireNonNull(tool, "tool"), telemetry);
    }

    /**
     * Runs {@code work} in a span of the application's own, below the current one. What {@code work} throws marks the
     * span as failed, by its class name alone, and goes on to the caller. To carry the span to another thread, wrap the
     * task: {@code Context.current().wrap(task)}.
     *
     * @param name the span's name; of low cardinality
     */
    public <T> T span(String name, Callable<T> work) throws Exception {
        Span span = telemetry.span(name).startSpan();
        Scope scope = span.makeCurrent();
        try {
            return work.call();
        } catch (Throwable e) {
            String type = e.getClass().getName();
            span.setAttribute(GenAi.ERROR_TYPE, type);
            span.setStatus(StatusCode.ERROR, type);
            throw e;
        } finally {
            scope.close();
            span.end();
        }
    }
}

package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.genai.Decisions;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.otel.ownership.OpenOperation;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.opentelemetry.context.Context;

/**
 * Policies, such as a router, whose calls to the wire are observed: a span for each attempt, none for what is answered
 * without one, and the decisions on the span around them all. Within an observed run the run's own observation wins.
 */
final class TracedPolicies extends ScopedProvider {
    private final Telemetry telemetry;

    private TracedPolicies(ScopedProvider policies, Telemetry telemetry) {
        super(policies);
        this.telemetry = telemetry;
    }

    /** Observes {@code policies}; those that are observed already are not observed twice. */
    static ModelProvider of(ScopedProvider policies, Telemetry telemetry) {
        return policies instanceof TracedPolicies ? policies : new TracedPolicies(policies, telemetry);
    }

    /** The parent is taken here: attempts that follow the first are made on other threads. */
    @Override
    protected ModelProvider in(CallScope scope) {
        Context parent = Context.current();
        if (OpenOperation.find(parent, GenAi.INVOKE_AGENT, scope.agent()) != null) {
            return scope.bind(next());
        }
        return scope.observed(
                        new PolicyObserver(new Decisions(telemetry, parent)),
                        (wire, at) -> TracedProvider.of(wire, telemetry, Caller.of(parent, at.attempt())))
                .bind(next());
    }
}

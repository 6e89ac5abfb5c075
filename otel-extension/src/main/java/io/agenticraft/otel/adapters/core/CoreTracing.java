package io.agenticraft.otel.adapters.core;

import io.agenticraft.agent.Agent;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.tool.Tool;

/** Decorators of agent-core's three seams. */
public final class CoreTracing {
    private CoreTracing() {}

    /** An agent whose runs, model calls and tool calls are spans. */
    public static Agent agent(Agent agent, Telemetry telemetry) {
        return TracedAgent.of(agent, telemetry);
    }

    /** A provider whose calls are spans; of policies, the calls that they make. */
    public static ModelProvider provider(ModelProvider provider, Telemetry telemetry) {
        return provider instanceof ScopedProvider policies
                ? TracedPolicies.of(policies, telemetry)
                : TracedProvider.of(provider, telemetry, Caller.UNKNOWN);
    }

    /** A tool whose executions are spans. */
    public static Tool tool(Tool tool, Telemetry telemetry) {
        return TracedTool.of(tool, telemetry, null);
    }
}

package io.agenticraft.otel.decorate;

import io.agenticraft.agent.Agent;
import io.agenticraft.otel.testing.LoopAgent;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import java.util.List;

/** The same suite for an agent that somebody else wrote. */
class ForeignAgentTest extends AgentTracingSuite {

    @Override
    protected Agent observe(Agent agent) {
        return AgentTelemetry.create(telemetry.openTelemetry()).wrap(agent);
    }

    @Override
    protected Agent agent(String name, ScriptedProvider provider, Tool... tools) {
        return new LoopAgent(name, new Binding(provider, "gpt-4o"), List.of(tools), threads);
    }
}

package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.agent.Agent;
import org.junit.jupiter.api.Test;

class DecoratedAgentTest extends AgentTracingSuite {

    @Override
    protected Agent observe(Agent agent) {
        return AgentTelemetry.create(telemetry.openTelemetry()).wrap(agent);
    }

    @Test
    void wrappedAgent_isOtherwiseTheSame() {
        Agent plain = agent();
        Agent wrapped = observe(plain);

        assertEquals(plain.name(), wrapped.name());
        assertEquals(plain.description(), wrapped.description());
        assertEquals(plain.binding(), wrapped.binding());
        assertEquals(plain.generationOptions(), wrapped.generationOptions());
    }
}

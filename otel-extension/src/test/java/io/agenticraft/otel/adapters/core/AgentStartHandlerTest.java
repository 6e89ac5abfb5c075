package io.agenticraft.otel.adapters.core;

import io.agenticraft.agent.Agent;
import io.agenticraft.otel.decorate.AgentTracingSuite;
import io.agenticraft.otel.genai.TelemetrySource;
import io.opentelemetry.api.GlobalOpenTelemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same suite through the handlers, called as a weaver calls them. */
class AgentStartHandlerTest extends AgentTracingSuite {

    @BeforeEach
    void useThisTelemetry() {
        TelemetrySource.set(telemetry::openTelemetry);
    }

    @AfterEach
    void useTheGlobalOneAgain() {
        TelemetrySource.set(GlobalOpenTelemetry::getOrNoop);
    }

    @Override
    protected Agent observe(Agent agent) {
        return new WovenAgent(agent);
    }
}

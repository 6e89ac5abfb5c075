package io.agenticraft.endtoend;

class AnthropicAgentTest extends AgentSuite {
    AnthropicAgentTest() {
        super(new AnthropicDialect());
    }
}

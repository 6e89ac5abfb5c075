package io.agenticraft.endtoend;

class OllamaAgentTest extends AgentSuite {
    OllamaAgentTest() {
        super(new OllamaDialect());
    }
}

package io.agenticraft.endtoend;

class OpenAiAgentTest extends AgentSuite {
    OpenAiAgentTest() {
        super(new OpenAiDialect());
    }
}

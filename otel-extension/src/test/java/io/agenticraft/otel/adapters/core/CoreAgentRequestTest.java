package io.agenticraft.otel.adapters.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.AgentBuilder;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.registry.Binding;
import io.agenticraft.testing.ScriptedProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoreAgentRequestTest {
    private static @Nullable String conversationOf(AgentBuilder agent, RunOptions options) {
        return new CoreAgentRequest(agent.build(), List.of(), options).conversationId();
    }

    private static AgentBuilder agent() {
        return Agent.builder().model(new Binding(new ScriptedProvider("fake"), "m"));
    }

    @Test
    void conversation_isTheRunsElseTheAgents() {
        Conversation memory = Conversation.inMemory("memory");
        assertNull(conversationOf(agent(), RunOptions.defaults()));
        assertEquals("memory", conversationOf(agent().memory(memory), RunOptions.defaults()));
        assertEquals(
                "other",
                conversationOf(agent().memory(memory), RunOptions.defaults().with(Conversation.inMemory("other"))));
        assertEquals(
                "named",
                conversationOf(agent().memory(memory), RunOptions.defaults().withConversationId("named")));
    }
}

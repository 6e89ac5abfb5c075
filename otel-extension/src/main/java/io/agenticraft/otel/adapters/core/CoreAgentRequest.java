package io.agenticraft.otel.adapters.core;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.otel.genai.AgentRequest;
import io.agenticraft.registry.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as the conventions see it. */
record CoreAgentRequest(Agent agent, List<Message> input, RunOptions run, GenerationOptions options)
        implements AgentRequest, CoreSettings {

    CoreAgentRequest(Agent agent, List<Message> input, RunOptions run) {
        this(agent, input, run, agent.generationOptions().overlaidBy(run.options()));
    }

    @Override
    public String name() {
        return agent.name();
    }

    @Override
    public String provider() {
        return pinned().provider().name();
    }

    @Override
    public String model() {
        return pinned().model();
    }

    private Binding pinned() {
        Binding own = run.binding();
        return own != null ? own : agent.binding();
    }

    @Override
    public Long promptLength() {
        long length = 0;
        for (Message message : input) {
            length += message.text().length();
        }
        return length;
    }

    @Override
    public @Nullable String description() {
        return agent.description();
    }

    /** The run's own, else that of the agent's memory. */
    @Override
    public @Nullable String conversationId() {
        String own = run.conversationId();
        Conversation memory = own == null ? agent.memory() : null;
        return memory == null ? own : memory.id();
    }
}

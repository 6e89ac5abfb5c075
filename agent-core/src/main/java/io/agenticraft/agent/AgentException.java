package io.agenticraft.agent;

import io.agenticraft.model.Message;
import java.util.List;

/** A run met one of its bounds; the subclass says which. */
public abstract sealed class AgentException extends RuntimeException
        permits TurnLimitException, RunTimeoutException, RunInterruptedException {
    private static final long serialVersionUID = 1L;

    private final transient List<Message> messages;

    AgentException(String message, List<Message> messages) {
        super(message);
        this.messages = List.copyOf(messages);
    }

    /** What the run had said and heard until then, its input first. None of it is in the agent's memory. */
    public List<Message> messages() {
        return messages;
    }
}

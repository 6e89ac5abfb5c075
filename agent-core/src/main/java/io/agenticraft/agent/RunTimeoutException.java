package io.agenticraft.agent;

import io.agenticraft.model.Message;
import java.time.Duration;
import java.util.List;

/** The run took longer than it may in all; what was in flight was cancelled. */
public final class RunTimeoutException extends AgentException {
    private static final long serialVersionUID = 1L;

    RunTimeoutException(Duration timeout, List<Message> messages) {
        super("The run took longer than " + timeout.toMillis() + " ms; allow more with timeout", messages);
    }
}

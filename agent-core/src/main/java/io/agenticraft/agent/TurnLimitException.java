package io.agenticraft.agent;

import io.agenticraft.model.Message;
import java.util.List;

/**
 * The last model call that the run was allowed did not end it: it asked for tools, which were not called, or was paused by
 * its provider.
 */
public final class TurnLimitException extends AgentException {
    private static final long serialVersionUID = 1L;

    TurnLimitException(int maxTurns, boolean paused, List<Message> messages) {
        super(
                (paused ? "The provider has paused the model again after " : "The model still asks for tools after ")
                        + maxTurns + " turns, the most that this run may take; allow more with maxTurns",
                messages);
    }
}

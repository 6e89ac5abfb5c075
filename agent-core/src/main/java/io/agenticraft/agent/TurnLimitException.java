package io.agenticraft.agent;

import io.agenticraft.model.Message;
import java.util.List;

/** The last model call that the run was allowed still asked for tools; these were not called. */
public final class TurnLimitException extends AgentException {
    private static final long serialVersionUID = 1L;

    TurnLimitException(int maxTurns, List<Message> messages) {
        super(
                "The model still asks for tools after " + maxTurns
                        + " turns, the most that this run may take; allow more" + " with maxTurns",
                messages);
    }
}

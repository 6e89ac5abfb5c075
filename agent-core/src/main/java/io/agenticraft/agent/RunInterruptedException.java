package io.agenticraft.agent;

import java.util.List;

/** The thread that waited for the run was interrupted; the run was cancelled. It keeps no messages. */
public final class RunInterruptedException extends AgentException {
    private static final long serialVersionUID = 1L;

    RunInterruptedException() {
        super("The thread that waited for the run was interrupted; the run was cancelled", List.of());
    }
}

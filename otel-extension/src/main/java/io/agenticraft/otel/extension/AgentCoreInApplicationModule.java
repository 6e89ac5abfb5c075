package io.agenticraft.otel.extension;

import io.agenticraft.otel.adapters.core.CoreAdapter;

/** The adapter of agent-core, for applications that have this module themselves. */
public final class AgentCoreInApplicationModule extends AdapterModule {
    /** Made by the agent. */
    public AgentCoreInApplicationModule() {
        super(new CoreAdapter(), false);
    }
}

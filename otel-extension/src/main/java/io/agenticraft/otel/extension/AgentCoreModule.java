package io.agenticraft.otel.extension;

import io.agenticraft.otel.adapters.core.CoreAdapter;

/** The adapter of agent-core. */
public final class AgentCoreModule extends AdapterModule {
    /** Made by the agent. */
    public AgentCoreModule() {
        super(new CoreAdapter(), true);
    }
}

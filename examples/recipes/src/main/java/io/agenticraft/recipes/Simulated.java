package io.agenticraft.recipes;

import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import java.net.URI;

/** The three providers, as one simulator plays them. */
final class Simulated {
    private Simulated() {}

    /** A registry whose providers are all at the simulator; whoever asks for it closes it. */
    static ProviderRegistry registry(Simulator simulator) {
        return ProviderRegistry.builder()
                .environment(variable -> null)
                .key("openai", "key-of-openai")
                .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                .key("anthropic", "key-of-anthropic")
                .baseUrl("anthropic", URI.create(simulator.baseUrl()))
                .baseUrl("ollama", URI.create(simulator.baseUrl()))
                .build();
    }
}

package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import java.util.ArrayList;
import java.util.List;

/** Hooks agent-core: runs of agents, and models that are called outside of one. */
public final class CoreAdapter implements Adapter {
    private static final String CORE = "io.agenticraft.";
    private static final String HANDLERS = "io.agenticraft.otel.adapters.core.";
    private static final String AGENT = CORE + "agent.DefaultAgent";
    private static final String REQUEST = CORE + "model.ModelRequest";
    private static final List<String> PROVIDERS = List.of(
            CORE + "openai.OpenAiProvider", CORE + "anthropic.AnthropicProvider", CORE + "ollama.OllamaProvider");

    @Override
    public String name() {
        return "agent-core";
    }

    @Override
    public List<Seam> seams() {
        List<Seam> seams = new ArrayList<>();
        seams.add(new Seam(
                AGENT,
                "start",
                List.of("java.util.List", CORE + "agent.RunOptions", CORE + "agent.RunSink"),
                HANDLERS + "AgentStartHandler"));
        for (String provider : PROVIDERS) {
            seams.add(new Seam(provider, "complete", List.of(REQUEST), HANDLERS + "ProviderHandler"));
            seams.add(new Seam(
                    provider, "stream", List.of(REQUEST, CORE + "provider.EventSink"), HANDLERS + "ProviderHandler"));
        }
        return List.copyOf(seams);
    }

    @Override
    public List<String> requires() {
        return List.of(CORE + "agent.RunOptions#decorated", CORE + "provider.ModelProvider#endpoint");
    }
}

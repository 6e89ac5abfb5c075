package io.agenticraft.agent;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;

/** Agents and tools for tests. */
final class Agents {
    private Agents() {}

    static AgentBuilder on(ModelProvider provider) {
        return Agent.builder().name("tester").model(new Binding(provider, "model-0"));
    }

    /** Answers {@code sunny in CITY}. */
    static Tool weather() {
        return Tool.of(
                "weather", "tells the weather", citySchema(), arguments -> "sunny in " + arguments.string("city"));
    }

    static Schema citySchema() {
        return Schema.object().string("city", "the city").required();
    }
}

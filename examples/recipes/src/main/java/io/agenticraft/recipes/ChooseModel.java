package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.selection.Chosen;
import io.agenticraft.selection.ModelProfiles;
import io.agenticraft.selection.ModelSelector;
import io.agenticraft.selection.NoCandidate;
import io.agenticraft.selection.Requirements;
import io.agenticraft.selection.Selection;
import io.agenticraft.selection.Weights;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import io.agenticraft.stats.CallStats;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A model is chosen within hard limits, by what calls were really like; the decision explains itself. */
final class ChooseModel implements Recipe {
    private static final List<String> CANDIDATES = List.of("openai:gpt-4o-mini", "anthropic:claude-haiku-4-5");
    private static final int RUNS = 12;

    @Override
    public void run(PrintStream out) {
        SimulatorOptions slow = SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofMillis(300)))
                .build();
        try (Simulator openAi = Simulator.start(slow);
                Simulator anthropic = Simulator.start(SimulatorOptions.defaults());
                ProviderRegistry registry = ProviderRegistry.builder()
                        .environment(variable -> null)
                        .key("openai", "key-of-openai")
                        .baseUrl("openai", URI.create(openAi.baseUrl() + "/v1"))
                        .key("anthropic", "key-of-anthropic")
                        .baseUrl("anthropic", URI.create(anthropic.baseUrl()))
                        .build()) {
            choose(registry, out);
        }
    }

    private static void choose(ProviderRegistry registry, PrintStream out) {
        ModelSelector selector = ModelSelector.builder()
                .profiles(ModelProfiles.builtIn().only(CANDIDATES))
                .exploration(0.3)
                .seed(7)
                .build();
        Requirements quick = Requirements.builder()
                .maxLatency(Duration.ofSeconds(5))
                .maxCost(0.01)
                .prefer(Weights.fastest())
                .build();
        Agent agent = Agent.builder()
                .registry(registry)
                .model(CANDIDATES.get(0))
                .stats(CallStats.builder().listener(selector).build())
                .build();
        for (int i = 0; i < RUNS; i++) {
            Selection selection = selector.select(quick);
            if (selection instanceof Chosen chosen) {
                agent.run("Hello", RunOptions.defaults().with(registry.resolve(chosen.name())));
            }
        }
        out.print(selector.select(quick).explain());

        Requirements impossible = Requirements.builder().minQuality(0.99).build();
        if (selector.select(impossible) instanceof NoCandidate none) {
            out.print(none.explain());
        }
    }
}

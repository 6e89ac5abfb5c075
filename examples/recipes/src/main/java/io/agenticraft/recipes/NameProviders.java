package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderInfo;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.net.URI;

/** What a registry makes of names, what it knows of providers, and that an instance it gave up serves on. */
final class NameProviders implements Recipe {

    private static ProviderRegistry registry(URI url) {
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .key("openai", "key-of-openai")
                .baseUrl("openai", url)
                .spec("groq", ProviderSpec.of("openai", url, "key-of-groq"))
                .alias("fast", "openai:gpt-4o-mini")
                .detectProviders(true)
                .maxInstances(2)
                .build();
        return registry;
    }

    private static void names(ProviderRegistry registry, PrintStream out) {
        out.println(registry.describe("fast"));
        out.println(registry.describe("claude-sonnet-4-5"));
        try {
            registry.resolve("opnai:gpt-4o");
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
        }
    }

    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder()
                .script(Script.empty().when("", Reply.text("Here I am.")))
                .build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = registry(URI.create(simulator.baseUrl() + "/v1"))) {
            names(registry, out);
            Agent agent = Agent.builder().registry(registry).model("fast").build();
            Binding saved = agent.binding();
            agent.switchTo("groq:llama-3.3-70b-versatile");
            agent.switchTo("openai:gpt-4o");
            agent.switchTo(saved);
            out.println(agent.run("Where are you?").text() + " On " + agent.binding());
            for (ProviderInfo info : registry.availableProviders()) {
                boolean healthy = info.health() != null && info.health().healthy();
                out.println(info.name() + ": " + (info.configured() ? "configured" : info.missing())
                        + (healthy ? ", healthy" : ""));
            }
        }
    }
}

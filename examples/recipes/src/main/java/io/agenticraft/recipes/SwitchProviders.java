package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.util.List;

/** One agent moves from provider to provider; what it remembers moves with it. */
final class SwitchProviders implements Recipe {
    private static final List<String> TARGETS =
            List.of("openai:gpt-4o-mini", "anthropic:claude-haiku-4-5", "ollama:llama3.2");

    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder()
                .script(Script.empty().when("", Reply.text("You said: ${user}")))
                .build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator)) {
            Agent agent = Agent.builder()
                    .name("traveller")
                    .registry(registry)
                    .model(TARGETS.get(0))
                    .memory(Conversation.inMemory())
                    .build();
            for (String target : TARGETS) {
                agent.switchTo(target);
                RunResult result = agent.run("Who are you?");
                out.println(target + " answered: " + result.text());
            }
            try {
                agent.switchTo("nobody:nothing");
            } catch (IllegalArgumentException e) {
                out.println("A failed switch changes nothing: still " + agent.binding());
            }
        }
    }
}

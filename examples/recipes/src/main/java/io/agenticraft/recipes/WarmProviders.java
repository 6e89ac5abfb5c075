package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.model.Message;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.warmup.TargetReport;
import io.agenticraft.warmup.WarmUp;
import io.agenticraft.warmup.WarmUpReport;
import java.io.PrintStream;
import java.time.Duration;

/** Providers are warm before the first question comes; what is wrong with one is told beforehand. */
final class WarmProviders implements Recipe {

    @Override
    public void run(PrintStream out) {
        try (Simulator simulator = Simulator.start();
                ProviderRegistry registry = Simulated.registry(simulator)) {
            Agent agent = Agent.builder()
                    .registry(registry)
                    .model("openai:gpt-4o-mini")
                    .build();
            WarmUpReport report = WarmUp.of(registry)
                    .target("openai:gpt-4o-mini")
                    .target("anthropic:claude-haiku-4-5")
                    .target("ollama:no-such-model")
                    .target("nobody:at-all")
                    .timeout(Duration.ofSeconds(5))
                    .run()
                    .join();
            for (TargetReport target : report.targets()) {
                out.println(target.target() + " " + target.reached() + (target.ok() ? "" : ": " + target.error()));
            }
            WarmUpReport filled = WarmUp.of(registry)
                    .target("openai:gpt-4o-mini")
                    .prefill(Message.system("You are a clerk."), Message.user("Hi"))
                    .run()
                    .join();
            out.println("With a prompt: " + filled.target("openai:gpt-4o-mini").reached());
            out.println("The agent is where it was: " + agent.binding());
        }
    }
}

package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.cache.NotStored;
import io.agenticraft.cache.ResponseCache;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Equal questions are asked once: later ones are known, simultaneous ones share a call, tenants share nothing. */
final class CachedAnswers implements Recipe {

    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder()
                .script(Script.empty().when("", Reply.text("It is 4.")))
                .build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator)) {
            ResponseCache cache = ResponseCache.builder()
                    .maxBytes(16L * 1024 * 1024)
                    .ttl(Duration.ofMinutes(10))
                    .build();
            Agent agent = Agent.builder()
                    .name("calculator")
                    .registry(registry)
                    .model("openai:gpt-4o-mini")
                    .generation(GenerationOptions.builder().temperature(0).build())
                    .cache(cache)
                    .build();
            RunResult paid = agent.run("What is 2+2?");
            RunResult known = agent.run("What is 2+2?");
            out.println("paid: " + paid.text() + " known: " + known.text() + " for "
                    + known.usage().outputTokens() + " tokens");

            List<CompletableFuture<RunResult>> atOnce = Stream.generate(() -> agent.runAsync("What is 3+1?"))
                    .limit(8)
                    .toList();
            atOnce.forEach(CompletableFuture::join);
            agent.run("What is 2+2?", RunOptions.defaults().withTenant("somebody else"));
            RunOptions creative = RunOptions.defaults()
                    .with(GenerationOptions.builder().temperature(1).build());
            agent.run("What is 2+2?", creative);

            out.println("calls: " + simulator.requests().size());
            out.println("known or joined: "
                    + (cache.statistics().hits() + cache.statistics().joined()));
            out.println("sampled, and so not kept: " + cache.statistics().notStored(NotStored.SAMPLED));
        }
    }
}

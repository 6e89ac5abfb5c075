package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.model.Message;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Fault;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import io.agenticraft.stats.CallStats;
import io.agenticraft.stats.SeriesStats;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Every call is measured: counts, quantiles, first token, tokens, money; failures apart from latencies. */
final class MeasureCalls implements Recipe {
    private static final int RUNS = 20;

    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.lognormal(Duration.ofMillis(20), 0.5))
                .tokensPerSecond(2_000)
                .answerTokens(40)
                .cachedShare(0.5)
                .script(Script.empty().when("break", Reply.fault(Fault.SERVER_ERROR)))
                .build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator)) {
            measure(registry, out);
        }
    }

    private static void measure(ProviderRegistry registry, PrintStream out) {
        CallStats stats = CallStats.create();
        Agent agent = Agent.builder()
                .name("clerk")
                .registry(registry)
                .model("openai:gpt-4o-mini")
                .stats(stats)
                .build();
        for (int i = 0; i < RUNS; i++) {
            agent.start(List.of(Message.user("Question " + i)), RunOptions.defaults(), event -> {})
                    .join();
        }
        try {
            agent.run("break");
        } catch (ProviderException e) {
            out.println("Failed as told to: " + e.status());
        }
        agent.switchTo("anthropic:claude-haiku-4-5");
        agent.run("Hello");
        out.print(stats.summary());
        SeriesStats mini = stats.snapshot().byModel().get(0);
        out.println("p95 " + mini.latency().p95() + " ms, first token "
                + mini.firstToken().p95() + " ms");
        out.println(stats.lastMinute().json());
    }
}

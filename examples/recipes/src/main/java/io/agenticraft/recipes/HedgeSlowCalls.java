package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.resilience.Failover;
import io.agenticraft.resilience.Hedging;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A call that is slower than almost all before it gets a second one beside it, and the first answer counts. */
final class HedgeSlowCalls implements Recipe {
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 30;
    private static final int AT_ONCE = 8;

    @Override
    public void run(PrintStream out) {
        // Half of the answers begin within 8 ms, one in twenty takes more than five times as long.
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.lognormal(Duration.ofMillis(8), 1.0))
                .build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator)) {
            hedge(registry, out);
        }
    }

    private static void hedge(ProviderRegistry registry, PrintStream out) {
        Agent plain =
                Agent.builder().registry(registry).model("openai:gpt-4o-mini").build();
        Failover failover = Failover.builder()
                .hedging(Hedging.defaults().withFloor(Duration.ofMillis(10)))
                .build();
        Agent hedged = Agent.builder()
                .registry(registry)
                .model("openai:gpt-4o-mini")
                .routing(failover)
                .build();
        AtomicInteger hedges = new AtomicInteger();
        AtomicInteger won = new AtomicInteger();
        RunOptions counting = RunOptions.defaults().observed(event -> {
            if (event instanceof CallEvent.HedgeStarted) {
                hedges.incrementAndGet();
            } else if (event instanceof CallEvent.HedgeEnded ended
                    && ended.winner().number() > 1) {
                won.incrementAndGet();
            }
        });
        p99(plain, RunOptions.defaults(), WARM_UP_ROUNDS);
        out.println("without: p99 " + p99(plain, RunOptions.defaults(), ROUNDS) + " ms");
        out.println("hedged:  p99 " + p99(hedged, counting, ROUNDS) + " ms");
        out.println(hedges + " of " + ROUNDS * AT_ONCE + " calls were hedged, " + won + " hedges came first");
    }

    /** In milliseconds. */
    private static long p99(Agent agent, RunOptions options, int rounds) {
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<CompletableFuture<RunResult>> runs = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                runs.add(agent.runAsync("Hello " + round + " " + i, options));
            }
            runs.forEach(run -> millis.add(run.join().duration().toMillis()));
        }
        millis.sort(null);
        return millis.get(millis.size() * 99 / 100);
    }
}

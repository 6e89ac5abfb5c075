package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.http.HttpPools;
import io.agenticraft.http.PoolStats;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.Timeouts;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Agents share a pool of connections that has bounds, figures, and errors that say what to do. */
final class SharePools implements Recipe {

    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofMillis(700)))
                .build();
        try (Simulator simulator = Simulator.start(options)) {
            URI url = URI.create(simulator.baseUrl() + "/v1");
            patientAgents(url, out);
            impatientAgents(url, out);
        }
        out.println("With the registries their pools are closed: " + HttpPools.stats());
    }

    private static void patientAgents(URI url, PrintStream out) {
        ProviderSpec spec = ProviderSpec.of("openai", url, "key-of-openai");
        try (ProviderRegistry registry = registry(spec)) {
            fourRuns(registry).forEach(CompletableFuture::join);
            fourRuns(registry).forEach(CompletableFuture::join);
            PoolStats pool = HttpPools.stats().get(0);
            out.println("8 runs, 4 at a time, of 2 agents opened " + pool.opened() + " connections of at most "
                    + pool.maxConnections());
        }
    }

    private static void impatientAgents(URI url, PrintStream out) {
        ProviderSpec spec = ProviderSpec.of("openai", url, "key-of-openai")
                .withPool(PoolSettings.defaults().withConnections(2, 1))
                .withTimeouts(Timeouts.defaultsFor("openai").withAcquire(Duration.ofMillis(20)));
        try (ProviderRegistry registry = registry(spec)) {
            for (CompletableFuture<RunResult> run : fourRuns(registry)) {
                out.println(
                        "With 2 connections: " + run.handle(SharePools::outcome).join());
            }
        }
    }

    private static String outcome(RunResult result, Throwable failure) {
        return failure instanceof ProviderTimeoutException timeout
                ? timeout.phase() + " took longer than " + timeout.limit()
                : "answered";
    }

    private static List<CompletableFuture<RunResult>> fourRuns(ProviderRegistry registry) {
        return Stream.of(agent(registry), agent(registry))
                .flatMap(agent -> Stream.of(agent.runAsync("One?"), agent.runAsync("Two?")))
                .toList();
    }

    private static Agent agent(ProviderRegistry registry) {
        return Agent.builder().registry(registry).model("openai:gpt-4o-mini").build();
    }

    private static ProviderRegistry registry(ProviderSpec spec) {
        return ProviderRegistry.builder()
                .environment(variable -> null)
                .spec("openai", spec)
                .build();
    }
}

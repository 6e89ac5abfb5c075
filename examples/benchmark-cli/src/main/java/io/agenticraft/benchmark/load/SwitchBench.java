package io.agenticraft.benchmark.load;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.benchmark.measure.Distribution;
import io.agenticraft.benchmark.measure.Switching;
import io.agenticraft.http.HttpPools;
import io.agenticraft.policy.Causes;
import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.Probing;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Measures what it costs to move to a model, step by step. What is to be cold gets a registry of its own each time. */
public final class SwitchBench {
    private static final int CREATIONS = 200;
    private static final int SWITCHES = 2000;
    /** That part of the cheap steps that comes before those that count, while the JVM still compiles them. */
    private static final double DISCARDED = 0.5;

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long POLL_NANOS = 200_000;

    private final Supplier<ProviderRegistry> registries;
    private final Plan plan;
    private final int cold;
    private final BooleanSupplier stopped;

    /**
     * Prepares it; nothing is sent.
     *
     * @param registries make registries that share no instances
     * @param plan its first prompt is asked, its number of requests is that of the later calls
     * @param cold how often a new connection is opened for the credential, and for a first call
     */
    public SwitchBench(Supplier<ProviderRegistry> registries, Plan plan, int cold, BooleanSupplier stopped) {
        this.registries = registries;
        this.plan = plan;
        this.cold = cold;
        this.stopped = stopped;
    }

    /** Measures a target. What goes wrong is in the result. */
    public Switching measure(Target target) {
        Switching costs = Switching.of(target.toString());
        try {
            String origin = create(target, costs.creation());
            switchOver(target, costs.switching());
            for (int i = 0; i < cold && !stopped.getAsBoolean(); i++) {
                awaitCold(origin);
                validate(target, costs.validation());
            }
            for (int i = 0; i < cold && !stopped.getAsBoolean(); i++) {
                awaitCold(origin);
                call(target, 1, costs.firstCall(), Distribution.ofDurations());
            }
            if (!stopped.getAsBoolean()) {
                awaitCold(origin);
                call(target, 1 + plan.requests(), Distribution.ofDurations(), costs.laterCalls());
            }
            return costs;
        } catch (RuntimeException e) {
            return costs.givenUp(Errors.message(Causes.of(e)));
        }
    }

    /** Answers where the provider is. */
    private String create(Target target, Distribution into) {
        int warmup = (int) (CREATIONS * DISCARDED);
        URI endpoint = null;
        for (int i = -warmup; i < CREATIONS; i++) {
            try (ProviderRegistry registry = registries.get()) {
                long start = System.nanoTime();
                Binding binding = registry.resolve(target.toString());
                record(i, System.nanoTime() - start, into);
                endpoint = binding.provider().endpoint();
            }
        }
        return endpoint == null ? "" : Credential.originOf(endpoint);
    }

    /** A closed instance lets go of its connections soon, not at once; until then nothing would be cold. */
    private void awaitCold(String origin) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (HttpPools.stats().stream().anyMatch(pool -> pool.origin().startsWith(origin))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "connections to " + origin + " are kept open elsewhere, so that no first call would be cold");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void switchOver(Target target, Distribution into) {
        int warmup = (int) (SWITCHES * DISCARDED);
        try (ProviderRegistry registry = registries.get()) {
            Agent agent = agent(registry, target);
            for (int i = -warmup; i < SWITCHES; i++) {
                long start = System.nanoTime();
                agent.switchTo(target.toString());
                record(i, System.nanoTime() - start, into);
            }
        }
    }

    private static void record(int round, long nanos, Distribution into) {
        if (round >= 0) {
            into.record(nanos);
        }
    }

    private void validate(Target target, Distribution into) {
        try (ProviderRegistry registry = registries.get()) {
            if (registry.resolve(target.toString()).provider() instanceof Probing probing) {
                long start = System.nanoTime();
                ProbeResult unused = probing.probe().join();
                into.record(System.nanoTime() - start);
            }
        }
    }

    private void call(Target target, long times, Distribution first, Distribution later) {
        try (ProviderRegistry registry = registries.get()) {
            Agent agent = agent(registry, target);
            RunOptions options =
                    RunOptions.defaults().withTimeout(plan.timeout()).with(plan.options());
            for (long i = 0; i < times && !stopped.getAsBoolean(); i++) {
                long start = System.nanoTime();
                agent.run(plan.prompts().get(0), options);
                (i == 0 ? first : later).record(System.nanoTime() - start);
            }
        }
    }

    private static Agent agent(ProviderRegistry registry, Target target) {
        return Agent.builder()
                .name("benchmark")
                .registry(registry)
                .model(target.toString())
                .build();
    }
}

package io.agenticraft.warmup;

import io.agenticraft.model.Message;
import io.agenticraft.registry.ProviderRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Warms provider instances, their connections and their credentials, all targets at once, and no agent: nothing is
 * switched, remembered or measured. Per target a ladder is climbed: the instance is built, a connection opened, the
 * credential tried where that is free, and, if asked for, a prompt read by the model. What fails is in the report, and
 * holds up nobody else.
 *
 * <pre>{@code
 * WarmUpReport report = WarmUp.of(registry).target("openai:gpt-4o").target("ollama:llama3.2").run().join();
 * }</pre>
 */
public final class WarmUp {
    /** {@value} seconds for each target unless {@link #timeout} says otherwise. */
    public static final int DEFAULT_TIMEOUT_SECONDS = 10;

    private final ProviderRegistry registry;
    private final Set<String> targets = new LinkedHashSet<>();
    private Duration timeout = Duration.ofSeconds(DEFAULT_TIMEOUT_SECONDS);
    private @Nullable List<Message> prompt;

    private WarmUp(ProviderRegistry registry) {
        this.registry = registry;
    }

    /** Warms what a registry resolves; its instances are kept as if they had been asked for. */
    public static WarmUp of(ProviderRegistry registry) {
        return new WarmUp(Objects.requireNonNull(registry, "registry"));
    }

    /** Adds a target, as {@link ProviderRegistry#resolve} takes it. */
    public WarmUp target(String name) {
        targets.add(Objects.requireNonNull(name, "target"));
        return this;
    }

    /** Adds targets. */
    public WarmUp targets(String... names) {
        Arrays.asList(names).forEach(this::target);
        return this;
    }

    /** How long each target may take in all; by default {@value #DEFAULT_TIMEOUT_SECONDS} s. */
    public WarmUp timeout(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("A timeout must be positive, unlike " + value);
        }
        timeout = value;
        return this;
    }

    /**
     * Has each model read a prompt and answer one token, which costs money: a local model is loaded by it, and a provider
     * that caches prompts keeps the beginning of this one, such as an agent's instructions.
     */
    public WarmUp prefill(Message... messages) {
        prompt = List.of(messages);
        if (messages.length == 0) {
            throw new IllegalArgumentException("A prefill needs a message");
        }
        return this;
    }

    /**
     * Warms all targets at once. The future never fails; cancelling it stops what is under way.
     *
     * @throws IllegalStateException if there is no target
     */
    public CompletableFuture<WarmUpReport> run() {
        if (targets.isEmpty()) {
            throw new IllegalStateException("There is nothing to warm: WarmUp.of(registry).target(\"openai:gpt-4o\")");
        }
        long begun = System.nanoTime();
        List<Climb> climbs = new ArrayList<>();
        targets.forEach(target -> climbs.add(new Climb(registry, target, prompt, timeout)));
        climbs.forEach(Climb::begin);
        List<CompletableFuture<TargetReport>> reports =
                climbs.stream().map(Climb::report).toList();
        CompletableFuture<WarmUpReport> whole = CompletableFuture.allOf(reports.toArray(CompletableFuture<?>[]::new))
                .thenCompose(all -> settled(climbs))
                .thenApply(told -> new WarmUpReport(told, Duration.ofNanos(System.nanoTime() - begun)));
        var unused = whole.whenComplete((report, failure) -> climbs.forEach(Climb::stop));
        return whole;
    }

    /** The targets of one place after each other, all places at once. */
    private static CompletableFuture<List<TargetReport>> settled(List<Climb> climbs) {
        Map<Object, CompletableFuture<TargetReport>> last = new HashMap<>();
        List<CompletableFuture<TargetReport>> all = new ArrayList<>(climbs.size());
        for (Climb climb : climbs) {
            CompletableFuture<TargetReport> before = last.get(climb.place());
            CompletableFuture<TargetReport> settled =
                    before == null ? climb.settled() : before.thenCompose(other -> climb.settled());
            last.put(climb.place(), settled);
            all.add(settled);
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
    }
}

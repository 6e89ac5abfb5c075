package com.example.supportdesk;

import io.agenticraft.admission.Admission;
import io.agenticraft.admission.Limits;
import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.budget.Budget;
import io.agenticraft.budget.Budgets;
import io.agenticraft.budget.Window;
import io.agenticraft.cache.ResponseCache;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.policy.RefusedException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.resilience.Failover;
import io.agenticraft.resilience.Hedging;
import io.agenticraft.stats.CallStats;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** The desk when many ask and providers have a bad day: everything that agent-core can put between a run and the wire. */
public final class RushHour {
    private static final List<String> QUESTIONS = List.of(
            "Where is my order 4711?",
            "Do you ship to Estonia?",
            "Do you ship to Estonia?",
            "Are you open on Sundays?",
            "How long is the warranty?",
            "Is the blue tent in stock?",
            "Is the red tent in stock?");
    private static final String GUEST = "guest";

    private final CallStats stats = CallStats.create();
    private final Agent agent;

    private RushHour(ProviderRegistry providers, Settings settings) {
        Binding second = providers.resolve(settings.secondModel());
        agent = Agent.builder()
                .name("rush-desk")
                .registry(providers)
                .model("openai:" + settings.model())
                .generation(GenerationOptions.builder()
                        .temperature(0)
                        .maxTokens(200)
                        .build())
                .tools(SupportTools.all())
                .cache(ResponseCache.builder().build())
                .routing(Failover.builder()
                        .fallback(second)
                        .backoff(Duration.ofMillis(50), Duration.ofMillis(200))
                        .hedging(patient())
                        .build())
                .admission(Admission.builder()
                        .limit(
                                second.provider().name(),
                                second.model(),
                                new Limits(1, Limits.ANY, Duration.ofSeconds(2)))
                        .build())
                .budgets(Budgets.builder()
                        .budget(Budget.of("guests", Window.day())
                                .onlyTenant(GUEST)
                                .usd("0.000001"))
                        .build())
                .stats(stats)
                .build();
    }

    /** A second call beside one that takes more than a second and is slower than all before. */
    private static Hedging patient() {
        return Hedging.defaults()
                .withQuantile(0.99)
                .withFloor(Duration.ofSeconds(1))
                .withMinimumSamples(1)
                .withMaxShare(1);
    }

    /** The desk with the models that the environment's settings name. */
    public static RushHour at(ProviderRegistry providers) {
        return at(providers, Settings.from(System.getenv()));
    }

    static RushHour at(ProviderRegistry providers, Settings settings) {
        return new RushHour(providers, settings);
    }

    /** Who answers. */
    public Agent agent() {
        return agent;
    }

    /** What calls have been like. */
    public CallStats stats() {
        return stats;
    }

    /** Lets {@code desk}, which is {@link #agent()} or something around it, answer everybody, and a guest at last. */
    public static void answerAll(Agent desk, PrintStream out) {
        for (String question : QUESTIONS) {
            answer(desk, question, RunOptions.defaults(), out);
        }
        answer(desk, "May I have a discount?", RunOptions.defaults().withTenant(GUEST), out);
    }

    private static void answer(Agent desk, String question, RunOptions options, PrintStream out) {
        out.println("[rush] customer> " + question);
        try {
            RunResult result = desk.run(question, options);
            out.println("[rush] desk> " + result.text() + " (" + result.model() + ", "
                    + result.duration().toMillis() + " ms)");
        } catch (ProviderException | RefusedException failure) {
            out.println("[rush] desk> Sorry: " + failure.getMessage());
        }
    }
}

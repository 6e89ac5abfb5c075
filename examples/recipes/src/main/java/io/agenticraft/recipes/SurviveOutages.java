package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.resilience.Constraint;
import io.agenticraft.resilience.Failover;
import io.agenticraft.simulator.Fault;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.time.Duration;

/** A model that fails is asked again or left for another, by what has failed. */
final class SurviveOutages implements Recipe {

    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder()
                .script(Script.empty()
                        .when("nonsense", Reply.fault(Fault.BAD_REQUEST))
                        .when("", Reply.text("Here I am.")))
                .build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator)) {
            survive(registry, out);
        }
    }

    private static void survive(ProviderRegistry registry, PrintStream out) {
        Failover failover = Failover.builder()
                .fallback(registry.resolve("ollama:llama3.2"), Constraint.contextWindow(8_000))
                .fallback(registry.resolve("anthropic:claude-haiku-4-5"))
                .backoff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .firstTokenTimeout(Duration.ofSeconds(20))
                .build();
        Agent agent = Agent.builder()
                .registry(registry)
                .model("openai:simulate-error-503_times-1")
                .routing(failover)
                .build();
        RunOptions telling = RunOptions.defaults().observed(event -> out.println("  " + words(event)));

        out.println("Overloaded for a moment:");
        out.println(agent.run("Hello", telling).text());

        agent.switchTo("openai:simulate-error-quota");
        out.println("Out of quota, and the prompt is long:");
        out.println(agent.run("Hello " + "a".repeat(30_000), telling).text());

        out.println("A request that nobody would accept:");
        agent.switchTo("openai:gpt-4o-mini");
        try {
            agent.run("nonsense", telling);
        } catch (InvalidRequestException e) {
            out.println("400 is the caller's own, and " + e.getSuppressed().length + " other attempts were made");
        }
    }

    private static String words(CallEvent event) {
        if (event instanceof CallEvent.AttemptFailed failed && failed.failure() instanceof ProviderException e) {
            return failed.target() + " failed: " + e.getClass().getSimpleName() + " " + e.status();
        } else if (event instanceof CallEvent.RetryScheduled retry) {
            return retry.target() + " will be asked again";
        } else if (event instanceof CallEvent.FellBack fallen) {
            return "fell back to " + fallen.to();
        } else if (event instanceof CallEvent.TargetSkipped skipped) {
            return skipped.target() + " is left out: " + skipped.why();
        }
        return event.toString();
    }
}

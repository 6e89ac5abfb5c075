package com.example.supportdesk;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.registry.ProviderRegistry;
import java.io.PrintStream;

/** Answers customers with the help of an agent and two tools. */
final class SupportDesk {
    private final Agent agent;
    private final PrintStream out;

    private SupportDesk(Agent agent, PrintStream out) {
        this.agent = agent;
        this.out = out;
    }

    /** A desk that asks that model, such as {@code openai:gpt-4o-mini}. */
    static SupportDesk at(ProviderRegistry providers, String model, PrintStream out) {
        Agent agent = Agent.builder()
                .name("support-desk")
                .instructions("You work at the support desk of an outdoor shop. Look things up; do not guess.")
                .registry(providers)
                .model(model)
                .tools(SupportTools.all())
                .build();
        return new SupportDesk(agent, out);
    }

    /** A day at the desk: a question, a typed answer, a model that is gone, another provider. */
    static void day(ProviderRegistry providers, Settings settings, PrintStream out) {
        SupportDesk desk = at(providers, "openai:" + settings.model(), out);
        desk.answer("Where is my order 4711?");
        desk.answerTyping("May I return order 4711? I bought it 20 days ago.");
        at(providers, "openai:" + settings.retiredModel(), out).answer("Where is my order 4712?");
        if (desk.moveTo(settings.secondModel())) {
            desk.answer("Where is my order 4712?");
        }
    }

    /** Prints the answer when it is there, or an apology. */
    void answer(String question) {
        out.println("[desk] customer> " + question);
        try {
            RunResult result = agent.run(question);
            out.println("[desk] desk> " + result.text() + " (" + summary(result) + ")");
        } catch (ProviderException failure) {
            out.println("[desk] desk> Sorry, " + agent.binding() + " is not there (HTTP " + failure.status()
                    + "). A colleague will call you.");
        }
    }

    /** Prints the answer while it comes. */
    void answerTyping(String question) {
        out.println("[desk] customer> " + question);
        out.print("[desk] desk> ");
        Typewriter typewriter = new Typewriter(out);
        agent.stream(question).subscribe(typewriter);
        out.println(" (" + summary(typewriter.await()) + ")");
    }

    /** Moves to another provider and model; without a key for it the desk stays where it is. */
    boolean moveTo(String model) {
        try {
            agent.switchTo(model);
            out.println("[desk] moved to " + agent.binding());
            return true;
        } catch (IllegalArgumentException | IllegalStateException refused) {
            out.println("[desk] stays at " + agent.binding() + ": " + refused.getMessage());
            return false;
        }
    }

    private static String summary(RunResult result) {
        return result.model() + ", model calls: " + result.turns() + ", tool calls: "
                + result.toolCalls().size() + ", " + result.duration().toMillis() + " ms";
    }
}

package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.budget.Budget;
import io.agenticraft.budget.BudgetExceededException;
import io.agenticraft.budget.Budgets;
import io.agenticraft.budget.Spend;
import io.agenticraft.budget.Window;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;

/** Each tenant has its own budget; a call that it does not cover is refused before anything is sent. */
final class KeepBudgets implements Recipe {
    @Override
    public void run(PrintStream out) {
        SimulatorOptions options = SimulatorOptions.builder().answerTokens(100).build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator)) {
            run(registry, simulator, out);
        }
    }

    private static void run(ProviderRegistry registry, Simulator simulator, PrintStream out) {
        Budgets budgets = Budgets.builder()
                .budget(Budget.of("all", Window.month()).usd("100"))
                .budget(Budget.of("tenants", Window.day())
                        .eachTenant()
                        .usd("0.005")
                        .tokens(10_000))
                .build();
        Agent agent = Agent.builder()
                .registry(registry)
                .model("openai:gpt-4o")
                .generation(GenerationOptions.builder().maxTokens(200).build())
                .budgets(budgets)
                .build();
        RunOptions acme = RunOptions.defaults().withTenant("acme");
        try {
            while (true) {
                agent.run("How are you?", acme);
            }
        } catch (BudgetExceededException e) {
            out.println("After " + simulator.requests().size() + " calls: " + e.budget() + " of " + e.tenant());
        }
        agent.run("How are you?", RunOptions.defaults().withTenant("other"));
        for (Spend spend : budgets.spending().join()) {
            out.println(
                    spend.budget() + " " + spend.tenant() + ": " + spend.usd().toPlainString() + " USD");
        }
    }
}

package io.agenticraft.recipes;

import io.agenticraft.admission.Admission;
import io.agenticraft.admission.AdmissionStats;
import io.agenticraft.admission.Limits;
import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.batch.Batch;
import io.agenticraft.batch.BatchProgress;
import io.agenticraft.batch.BatchResult;
import io.agenticraft.batch.ProgressBar;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Fault;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** More prompts than a provider lets through in a minute: bounded, in order, and none is lost to a rate limit. */
final class RunBatch implements Recipe {
    private static final int PROMPTS = 620;
    private static final int REQUESTS_PER_MINUTE = 600;

    @Override
    public void run(PrintStream out) throws InterruptedException {
        SimulatorOptions options = SimulatorOptions.builder()
                .requestsPerMinute(REQUESTS_PER_MINUTE)
                .script(Script.empty()
                        .when("Question 7$", Reply.fault(Fault.BAD_REQUEST))
                        .when("", Reply.text("Re: ${user}")))
                .build();
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = Simulated.registry(simulator)) {
            run(registry, out);
        }
    }

    private static void run(ProviderRegistry registry, PrintStream out) throws InterruptedException {
        Admission admission = Admission.builder()
                .limit("openai", "gpt-4o-mini", Limits.perMinute(10_000, 2_000_000))
                .build();
        Agent agent = Agent.builder()
                .registry(registry)
                .model("openai:gpt-4o-mini")
                .admission(admission)
                .build();
        List<String> answers = new ArrayList<>();
        Stream<String> prompts = IntStream.range(0, PROMPTS).mapToObj(i -> "Question " + i);
        try (ProgressBar bar = ProgressBar.onStandardError()) {
            BatchProgress end = Batch.of(agent)
                    .concurrency(64)
                    .prompts(prompts)
                    .onProgress(bar)
                    .run(result -> answers.add(text(result)));
            out.println(end.done() + " answers, " + end.failed() + " failed");
        }
        out.println(answers.get(6) + ", " + answers.get(7) + ", " + answers.get(8) + ", ...");
        AdmissionStats limits = admission.statistics().get(0);
        out.println("The provider lets " + REQUESTS_PER_MINUTE + " through in a minute and says so;"
                + (limits.delayed() > 0 ? " the others waited" : " nobody waited"));
    }

    private static String text(BatchResult result) {
        RunResult run = result.result();
        return run == null ? "(failed)" : run.text();
    }
}

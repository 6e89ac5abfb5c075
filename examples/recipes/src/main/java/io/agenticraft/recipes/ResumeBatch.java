package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.batch.Batch;
import io.agenticraft.batch.JsonLines;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A batch from a file to a file that stops half way, and goes on without asking again for what is done. */
final class ResumeBatch implements Recipe {
    private static final int PROMPTS = 40;
    private static final int DONE_BEFORE = 15;

    @Override
    public void run(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("batch");
        Path prompts = folder.resolve("prompts.jsonl");
        Path file = folder.resolve("results.jsonl");
        Files.write(
                prompts,
                IntStream.range(0, PROMPTS)
                        .mapToObj(i -> "{\"id\": \"q" + i + "\", \"prompt\": \"Question " + i + "\"}")
                        .toList());
        try {
            withAgent((agent, simulator) -> stopHalfWay(agent, prompts, file));
            out.println("Stopped with " + Files.readAllLines(file).size() + " of " + PROMPTS + " answers on file");
            // Another simulator, for calls of the stopped batch may still be on their way to the first.
            withAgent((agent, simulator) -> {
                goOn(agent, prompts, file);
                out.println("Went on with " + simulator.requests().size() + " questions");
            });
            out.println(Files.readAllLines(file).size() + " answers on file");
        } finally {
            delete(prompts, file, folder);
        }
    }

    /** What is done with an agent at a simulator of its own. */
    @FunctionalInterface
    private interface Work {
        void with(Agent agent, Simulator simulator) throws Exception;
    }

    private static void withAgent(Work work) throws Exception {
        try (Simulator simulator = Simulator.start();
                ProviderRegistry registry = Simulated.registry(simulator)) {
            Agent agent = Agent.builder()
                    .registry(registry)
                    .model("openai:gpt-4o-mini")
                    .build();
            work.with(agent, simulator);
        }
    }

    private static void stopHalfWay(Agent agent, Path prompts, Path file) throws InterruptedException {
        try (JsonLines results = JsonLines.open(file)) {
            Batch.of(agent)
                    .concurrency(8)
                    .unordered()
                    .requests(results.missing(JsonLines.read(prompts)))
                    .run(results.andThen(result -> {
                        if (results.done() == DONE_BEFORE) {
                            throw new IllegalStateException("as if the process were killed");
                        }
                    }));
        } catch (IllegalStateException stopped) {
            // goes on below
        }
    }

    private static void goOn(Agent agent, Path prompts, Path file) throws InterruptedException {
        try (JsonLines results = JsonLines.open(file)) {
            Batch.of(agent)
                    .concurrency(8)
                    .unordered()
                    .requests(results.missing(JsonLines.read(prompts)))
                    .run(results);
        }
    }

    private static void delete(Path... files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}

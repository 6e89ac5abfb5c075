package io.agenticraft.benchmark;

import io.agenticraft.benchmark.load.Bench;
import io.agenticraft.benchmark.load.Pace;
import io.agenticraft.benchmark.load.Plan;
import io.agenticraft.benchmark.load.SwitchBench;
import io.agenticraft.benchmark.load.Target;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.benchmark.measure.Switching;
import io.agenticraft.benchmark.measure.TablesReport;
import io.agenticraft.benchmark.report.TablesWriter;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.registry.ProviderRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the two tables of the guide to provider switching. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures what it costs to switch providers and how fast each answers, and writes both as tables in Markdown.",
            "They say against what they were measured: the simulator or live providers."
        })
final class Tables implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Option(names = "--requests", paramLabel = "N", defaultValue = "50", description = "Calls per model. Default: 50.")
    private int requests = 50;

    @Option(
            names = "--cold",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often a new connection is opened, per model. Default: 20.")
    private int cold = 20;

    @Option(names = "--json", description = "Print JSON instead of Markdown.")
    private boolean json;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show progress on stderr. Default: if that is a terminal.")
    private @Nullable Boolean progress;

    Tables(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (requests < 1 || cold < 1) {
            throw new ParameterException(spec.commandLine(), "--requests and --cold must be at least 1");
        }
        PriceTable prices = targets.prices(spec);
        List<Target> all = targets.targets(spec);
        Instant startedAt = surroundings.clock().instant();
        try (Providers providers = targets.open(spec, surroundings.environment())) {
            providers.checkNames(spec, all);
            // First, for it wants connections to be new
            List<Switching> switching = switching(providers, all);
            List<Result> results = responses(providers, prices, all);
            boolean complete = !surroundings.interruption().getAsBoolean();
            Report report = new Report(providers.against(), startedAt, settings(providers), results, complete);
            TablesReport tables = new TablesReport(report, switching);
            surroundings.out().print(json ? TablesWriter.json(tables) : TablesWriter.markdown(tables));
            surroundings.out().flush();
            return Benchmark.exitCode(results);
        }
    }

    private List<Switching> switching(Providers providers, List<Target> all) {
        SwitchBench bench = new SwitchBench(providers::registry, plan(), cold, surroundings.interruption());
        return all.stream().map(bench::measure).toList();
    }

    private List<Result> responses(Providers providers, PriceTable prices, List<Target> all) {
        List<Result> results = new ArrayList<>();
        try (ProviderRegistry registry = providers.registry();
                ProgressBar bar = surroundings.progressBar(progress)) {
            Bench bench = new Bench(registry, plan(), prices, surroundings.interruption(), bar);
            for (Target target : all) {
                if (!surroundings.interruption().getAsBoolean()) {
                    results.add(bench.measure(target));
                }
            }
        }
        return results;
    }

    private Plan plan() {
        return new Plan(
                Prompts.usual(),
                Pace::closed,
                1,
                requests,
                null,
                3,
                targets.streaming,
                targets.timeout,
                targets.generation(spec));
    }

    private Map<String, String> settings(Providers providers) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("Calls", "one after another, each without history; " + targets.describe());
        settings.putAll(providers.settings());
        return settings;
    }
}

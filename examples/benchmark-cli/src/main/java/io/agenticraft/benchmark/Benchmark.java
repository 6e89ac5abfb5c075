package io.agenticraft.benchmark;

import io.agenticraft.benchmark.load.Bench;
import io.agenticraft.benchmark.load.Plan;
import io.agenticraft.benchmark.load.Target;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.registry.ProviderRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: measures models one after another and writes what it found. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        subcommands = Tables.class,
        sortOptions = false,
        description = {
            "Measures models at their providers: latency, first token, tokens per second, errors, cost.",
            "Keys and base URLs come from the environment (OPENAI_API_KEY, ANTHROPIC_API_KEY, OLLAMA_HOST, ...)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every model answered; single errors are in the report",
            "1:at least one model never answered; the report says why",
            "2:an option is wrong, or a file cannot be read or written",
            "130:interrupted; what had been measured was printed and marked as incomplete"
        })
public final class Benchmark implements Callable<Integer> {
    static final int ALL_ANSWERED = 0;
    static final int SOME_NEVER_ANSWERED = 1;
    static final int CANNOT_START = 2;

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Mixin
    private LoadOptions load = new LoadOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    Benchmark(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        int exitCode;
        try (Interruption interruption = Interruption.bySignal()) {
            exitCode = Surroundings.ofProcess(interruption).commandLine().execute(arguments);
            System.out.flush();
        }
        System.exit(exitCode);
    }

    @Override
    public Integer call() {
        output.check(spec);
        Plan plan = load.plan(spec, targets.streaming, targets.timeout, targets.generation(spec));
        List<Target> all = targets.targets(spec);
        PriceTable prices = targets.prices(spec);
        Instant startedAt = surroundings.clock().instant();
        try (Providers providers = targets.open(spec, surroundings.environment())) {
            providers.checkNames(spec, all);
            Report report = measure(providers, plan, prices, all, startedAt);
            output.write(spec, report);
            return exitCode(report.results());
        }
    }

    private Report measure(Providers providers, Plan plan, PriceTable prices, List<Target> all, Instant startedAt) {
        List<Result> results = new ArrayList<>();
        try (ProviderRegistry registry = providers.registry();
                ProgressBar bar = surroundings.progressBar(output.progress)) {
            Bench bench = new Bench(registry, plan, prices, surroundings.interruption(), bar);
            for (Target target : all) {
                if (!surroundings.interruption().getAsBoolean()) {
                    results.add(bench.measure(target));
                }
            }
        }
        boolean complete = !surroundings.interruption().getAsBoolean();
        return new Report(providers.against(), startedAt, settings(providers, prices), results, complete);
    }

    private Map<String, String> settings(Providers providers, PriceTable prices) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("Load", load.describe());
        settings.put("Requests", load.describeRequests(targets));
        settings.put(
                "Prices", "list prices of " + prices.date() + (prices == PriceTable.builtIn() ? "" : ", by --prices"));
        settings.putAll(providers.settings());
        return settings;
    }

    static int exitCode(List<Result> results) {
        boolean silent = results.isEmpty()
                || results.stream().anyMatch(result -> result.total().answers() == 0);
        return silent ? SOME_NEVER_ANSWERED : ALL_ANSWERED;
    }
}

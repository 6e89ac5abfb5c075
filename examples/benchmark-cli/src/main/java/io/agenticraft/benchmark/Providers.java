package io.agenticraft.benchmark;

import io.agenticraft.benchmark.load.Target;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Who answers: the live providers of the environment, or one simulator that plays them all. Never both. */
final class Providers implements AutoCloseable {
    private static final Pattern NANOS = Pattern.compile("([a-z]*)[nN]anos=(\\d+)");
    private static final double NANOS_PER_MILLI = 1e6;

    private final ProviderFactory.Environment environment;
    private final @Nullable Simulator simulator;
    private final Map<String, String> settings;

    private Providers(
            ProviderFactory.Environment environment, @Nullable Simulator simulator, Map<String, String> settings) {
        this.environment = environment;
        this.simulator = simulator;
        this.settings = settings;
    }

    static Providers live(ProviderFactory.Environment environment) {
        return new Providers(environment, null, Map.of());
    }

    static Providers simulated(SimulatorOptions options) {
        SimulatorOptions quiet = options.toBuilder().port(0).maxRecorded(0).build();
        String pace = "first token " + describe(options.firstToken()) + "; between tokens "
                + describe(options.betweenTokens()) + "; "
                + (options.answerTokens() == 0 ? "short answers" : options.answerTokens() + " tokens per answer")
                + "; seed " + options.seed();
        return new Providers(variable -> null, Simulator.start(quiet), Map.of("Simulator", pace));
    }

    /** A distribution's record for people, such as {@code lognormal, median 60 ms, sigma 0.4}. */
    static String describe(Latency latency) {
        String fields = NANOS.matcher(latency.toString())
                .replaceAll(field ->
                        field.group(1).strip() + " " + Double.parseDouble(field.group(2)) / NANOS_PER_MILLI + " ms");
        return latency.isZero()
                ? "at once"
                : fields.replaceFirst("Latency\\[ ?", ", ")
                        .replace("]", "")
                        .replace("=", " ")
                        .toLowerCase(Locale.ROOT);
    }

    /** As fast as a quick model of today, so that the figures look familiar and a trial is short. */
    static SimulatorOptions usualSimulator() {
        return SimulatorOptions.builder()
                .firstToken(Latency.lognormal(Duration.ofMillis(60), 0.4))
                .tokensPerSecond(400)
                .answerTokens(40)
                .build();
    }

    /** A registry of its own, with connections of its own; whoever asks for it closes it. */
    ProviderRegistry registry() {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().environment(environment);
        if (simulator != null) {
            builder.key("openai", "simulated-key")
                    .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                    .key("anthropic", "simulated-key")
                    .baseUrl("anthropic", URI.create(simulator.baseUrl()))
                    .baseUrl("ollama", URI.create(simulator.baseUrl()));
        }
        return builder.build();
    }

    /** A provider that nobody knows is a slip of the pen, and found before anything is sent. */
    void checkNames(CommandSpec spec, List<Target> targets) {
        try (ProviderRegistry registry = registry()) {
            for (Target target : targets) {
                if (!registry.providers().contains(target.provider())) {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--target: unknown provider '" + target.provider() + "' in '" + target + "'; known are "
                                    + String.join(", ", registry.providers()));
                }
            }
        }
    }

    Report.Against against() {
        return simulator == null ? Report.Against.LIVE : Report.Against.SIMULATOR;
    }

    /** What should be known of whoever answers. */
    Map<String, String> settings() {
        return settings;
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}

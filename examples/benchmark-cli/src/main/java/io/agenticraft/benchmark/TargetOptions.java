package io.agenticraft.benchmark;

import io.agenticraft.benchmark.load.Target;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.simulator.SimulatorOptions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is asked, and how it is to answer. */
final class TargetOptions {
    private static final List<String> SIMULATED =
            List.of("openai:gpt-4o-mini", "anthropic:claude-haiku-4-5", "ollama:llama3.2");

    private static final int MOST_TEMPERATURE = 2;

    @Option(
            names = "--target",
            paramLabel = "PROVIDER:MODEL",
            description = "A model to measure, such as openai:gpt-4o-mini; may be repeated. With --simulator by default"
                    + " one of each provider.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--simulator",
            description =
                    "Measure an embedded simulator of the providers instead of them: no network, no key, no cost.")
    private boolean simulator;

    @Option(
            names = "--simulator-config",
            paramLabel = "FILE",
            description = "How the simulator behaves: YAML or JSON with the options of provider-simulator, such as"
                    + " first-token: lognormal:300ms,0.5. Implies --simulator.")
    private @Nullable Path simulatorConfig;

    @Option(
            names = "--stream",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Ask for answers piece by piece, which gives the time to the first token. Default: yes.")
    boolean streaming = true;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "How long a request may take. Default: 60s.")
    Duration timeout = Duration.ofSeconds(60);

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "256",
            description = "The longest answer, so that models are comparable and costs bounded. Default: 256.")
    private int maxTokens = 256;

    @Option(names = "--temperature", paramLabel = "T", description = "Sampling temperature. Default: the model's.")
    private @Nullable Double temperature;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description =
                    "Prices of your own, over the built-in list; see io.agenticraft.pricing.PriceTable for the form.")
    private @Nullable Path prices;

    PriceTable prices(CommandSpec spec) {
        try {
            return prices == null ? PriceTable.builtIn() : PriceTable.load(prices);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--prices: " + e.getMessage(), e);
        }
    }

    /** The models, in the order in which they were named, each once. */
    List<Target> targets(CommandSpec spec) {
        List<String> wanted = names.isEmpty() && isSimulated() ? SIMULATED : names;
        if (wanted.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name what to measure, such as --target openai:gpt-4o-mini, or use --simulator");
        }
        try {
            return wanted.stream().map(Target::parse).distinct().toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage(), e);
        }
    }

    GenerationOptions generation(CommandSpec spec) {
        if (temperature != null && !(temperature >= 0 && temperature <= MOST_TEMPERATURE)) {
            throw new ParameterException(
                    spec.commandLine(), "--temperature must be from 0 to " + MOST_TEMPERATURE + ", is " + temperature);
        }
        GenerationOptions.Builder builder = GenerationOptions.builder().maxTokens(maxTokens);
        if (temperature != null) {
            builder.temperature(temperature);
        }
        return builder.build();
    }

    Providers open(CommandSpec spec, ProviderFactory.Environment environment) {
        if (maxTokens < 1) {
            throw new ParameterException(spec.commandLine(), "--max-tokens must be at least 1, is " + maxTokens);
        }
        try {
            if (!isSimulated()) {
                return Providers.live(environment);
            }
            return Providers.simulated(
                    simulatorConfig == null ? Providers.usualSimulator() : SimulatorOptions.read(simulatorConfig));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), "the simulator does not start: " + e.getMessage(), e);
        }
    }

    String describe() {
        return (streaming ? "streamed" : "not streamed") + ", at most " + maxTokens + " tokens, "
                + (temperature == null ? "" : "temperature " + temperature + ", ") + "timeout "
                + Durations.describe(timeout);
    }

    private boolean isSimulated() {
        return simulator || simulatorConfig != null;
    }
}

package io.agenticraft.simulator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "provider-simulator",
        mixinStandardHelpOptions = true,
        description = "Speaks the APIs of OpenAI, Azure OpenAI, Anthropic and Ollama with no model behind them.")
final class Main implements Callable<Integer> {

    private static final int DEFAULT_PORT = 8089;
    private static final int CANNOT_START = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML or JSON with these options; flags win.")
    private @Nullable Path config;

    @Option(names = "--script", paramLabel = "FILE", description = "YAML or JSON with what the model says.")
    private @Nullable Path script;

    @Option(names = "--verbose", description = "Log a line for every request.")
    private boolean verbose;

    private Main() {}

    /** Runs until it is killed. Exit code 2: it cannot start as it is told to. */
    public static void main(String[] args) {
        // Netty and Vert.x have nothing to say to somebody who watches a simulator.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.setProperty("org.slf4j.simpleLogger.log.io.agenticraft", "info");
        System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
        System.setProperty("org.slf4j.simpleLogger.showShortLogName", "true");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        for (Setting setting : Setting.values()) {
            commandLine
                    .getCommandSpec()
                    .addOption(OptionSpec.builder(setting.flag())
                            .type(String.class)
                            .paramLabel(setting.parameter())
                            .description(setting.description())
                            .build());
        }
        return commandLine.setParameterExceptionHandler(Main::complain);
    }

    /** One line; whoever wants to read all flags asks for them. */
    private static int complain(ParameterException e, String[] args) {
        e.getCommandLine().getErr().println("provider-simulator: " + e.getMessage() + " (see --help)");
        return CANNOT_START;
    }

    SimulatorOptions options() {
        SimulatorOptions.Builder builder =
                SimulatorOptions.builder().port(DEFAULT_PORT).maxRecorded(0);
        try {
            if (config != null) {
                ConfigFile.apply(config, builder);
            }
            if (script != null) {
                builder.script(ScriptFile.read(script));
            }
            for (Setting setting : Setting.values()) {
                String value = spec.commandLine().getParseResult().matchedOptionValue(setting.flag(), (String) null);
                if (value != null) {
                    setting.apply(builder, value);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return verbose ? builder.verbose(true).build() : builder.build();
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulatorOptions options = options();
        try (Simulator simulator = Simulator.start(options)) {
            spec.commandLine().getOut().println("provider-simulator listening on " + simulator.baseUrl());
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        } catch (UncheckedIOException e) {
            spec.commandLine()
                    .getErr()
                    .println("provider-simulator: cannot listen on " + options.host() + ":" + options.port() + ": "
                            + e.getMessage());
            return CANNOT_START;
        }
        return 0;
    }
}

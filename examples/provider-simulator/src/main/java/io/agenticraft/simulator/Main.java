package io.agenticraft.simulator;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "provider-simulator",
        mixinStandardHelpOptions = true,
        description = "Speaks the APIs of OpenAI, Azure OpenAI, Anthropic and Ollama without any model behind them.")
final class Main implements Callable<Integer> {

    private static final int CANNOT_LISTEN = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 for any free one. Default: 8089.")
    private int port = 8089;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on. Default: 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--verbose", description = "Log a line for every request.")
    private boolean verbose;

    Main() {}

    /** Runs until it is killed. Exit codes: 2 when it cannot start as it is told to. */
    public static void main(String[] args) {
        // Netty and Vert.x have nothing to say to somebody who watches a simulator.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log.io.agenticraft", "info");
        System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
        System.setProperty("org.slf4j.simpleLogger.showShortLogName", "true");
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulatorOptions.Builder builder = SimulatorOptions.builder();
        builder.port(port).verbose(verbose).maxRecorded(0);
        if (host != null) {
            builder.host(host);
        }
        SimulatorOptions options = builder.build();
        PrintWriter err = spec.commandLine().getErr();
        try (Simulator simulator = Simulator.start(options)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("provider-simulator listening on " + simulator.baseUrl());
            out.flush();
            new CountDownLatch(1).await();
        } catch (UncheckedIOException e) {
            err.println("provider-simulator: cannot listen on " + options.host() + ":" + options.port() + ": "
                    + e.getMessage());
            return CANNOT_LISTEN;
        }
        return 0;
    }
}

package io.agenticraft.benchmark;

import io.agenticraft.provider.ProviderFactory;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What the program is run in.
 *
 * @param environment where keys and base URLs come from
 * @param clock says when a measurement began
 * @param out takes results
 * @param err takes complaints and progress
 * @param terminal whether somebody watches {@code err}
 * @param interruption whether it is to stop
 */
record Surroundings(
        ProviderFactory.Environment environment,
        InstantSource clock,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Interruption interruption) {

    static Surroundings ofProcess(Interruption interruption) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        return new Surroundings(
                System::getenv, InstantSource.system(), out, System.err, Terminal.isStderr(), interruption);
    }

    /** The command line, which complains in one line; whoever wants to read all options asks for them. */
    CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Benchmark(this), new Factory(this));
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.registerConverter(Duration.class, Durations::parse);
        commandLine.setParameterExceptionHandler(Surroundings::complain);
        commandLine.setExecutionExceptionHandler((e, failed, parsed) -> {
            failed.getErr().println("benchmark: it failed, which it should not: " + e);
            return Benchmark.CANNOT_START;
        });
        return commandLine;
    }

    private static int complain(ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println("benchmark: " + e.getMessage() + " (see --help)");
        return Benchmark.CANNOT_START;
    }

    ProgressBar progressBar(@Nullable Boolean wanted) {
        boolean shown = wanted == null ? terminal : wanted;
        return shown ? ProgressBar.on(err) : ProgressBar.none();
    }

    /** Makes the subcommand, which lives in the same surroundings. */
    private record Factory(Surroundings surroundings) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == Tables.class
                    ? type.cast(new Tables(surroundings))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}

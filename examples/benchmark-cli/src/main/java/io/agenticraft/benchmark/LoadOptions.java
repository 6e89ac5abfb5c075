package io.agenticraft.benchmark;

import io.agenticraft.benchmark.load.Pace;
import io.agenticraft.benchmark.load.Plan;
import io.agenticraft.model.GenerationOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How many requests are sent, and when. */
final class LoadOptions {
    private static final int DEFAULT_REQUESTS = 100;
    private static final int OPEN_LOOP_BOUND = 1000;

    @Option(
            names = "--prompts",
            paramLabel = "FILE",
            description = "Prompts, one a line; empty lines and those that begin with # are left out. Of up to 100 each"
                    + " has a line of its own in the report. Default: three short ones.")
    private @Nullable Path prompts;

    @ArgGroup
    private Amount amount = new Amount();

    /** Either of them. */
    static final class Amount {
        @Option(names = "--requests", paramLabel = "N", description = "Requests per model. Default: 100.")
        private @Nullable Integer requests;

        @Option(names = "--duration", paramLabel = "DURATION", description = "Or for how long to send, such as 30s.")
        private @Nullable Duration duration;
    }

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Closed loop: requests under way at once, each sent when another has ended. Default: 1. With"
                    + " --rate: the most that may be under way. Default: 1000.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Open loop: requests per second, however slow the answers are. Latency counts from when a request"
                            + " was due, so that waiting is not hidden.")
    private @Nullable Double rate;

    @Option(
            names = "--arrivals",
            paramLabel = "KIND",
            defaultValue = "evenly",
            description = "With --rate: ${COMPLETION-CANDIDATES}. Default: evenly.")
    private Arrivals arrivals = Arrivals.evenly;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of random arrivals. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "3",
            description = "Requests per model before those that count. Default: 3. A model that answers none of them is"
                    + " given up.")
    private int warmup = 3;

    /** How requests of an open loop are spread; written in small letters because they are read from the command line. */
    enum Arrivals {
        evenly,
        randomly
    }

    private List<String> asked = List.of();

    Plan plan(CommandSpec spec, boolean streaming, Duration timeout, GenerationOptions generation) {
        atLeast(spec, "--requests", amount.requests, 1);
        atLeast(spec, "--concurrency", concurrency, 1);
        atLeast(spec, "--warmup", warmup, 0);
        try {
            pace();
            asked = prompts == null ? Prompts.usual() : Prompts.read(prompts);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return new Plan(
                asked,
                this::pace,
                inFlight(),
                amount.duration != null ? Long.MAX_VALUE : requests(),
                amount.duration,
                warmup,
                streaming,
                timeout,
                generation);
    }

    private Pace pace() {
        if (rate == null) {
            return Pace.closed();
        }
        return arrivals == Arrivals.evenly ? Pace.evenly(rate) : Pace.randomly(rate, new Random(seed));
    }

    private int inFlight() {
        return concurrency != null ? concurrency : rate != null ? OPEN_LOOP_BOUND : 1;
    }

    private int requests() {
        return amount.requests != null ? amount.requests : DEFAULT_REQUESTS;
    }

    private static void atLeast(CommandSpec spec, String name, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new ParameterException(spec.commandLine(), name + " must be at least " + least + ", is " + value);
        }
    }

    String describe() {
        if (rate == null) {
            return "closed loop of " + inFlight() + ": each request is sent when another has ended";
        }
        return "open loop: " + rate + " requests per second, " + arrivals + ", at most " + inFlight()
                + " under way; latency counts from when a request was due";
    }

    String describeRequests(TargetOptions targets) {
        String many = amount.duration != null ? Durations.describe(amount.duration) : requests() + " requests";
        return many + " per model after " + warmup + " for warm-up, " + asked.size() + " prompt"
                + (asked.size() == 1 ? "" : "s") + " in turn, each without history; " + targets.describe();
    }
}

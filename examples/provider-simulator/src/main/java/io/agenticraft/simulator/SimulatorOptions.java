package io.agenticraft.simulator;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a simulator behaves. Immutable; {@link #builder()} says what each option means and what it is by default, and
 * {@link #toBuilder()} derives others.
 */
public record SimulatorOptions(
        String host,
        int port,
        int eventLoops,
        long seed,
        List<String> models,
        Latency firstToken,
        Latency betweenTokens,
        int answerTokens,
        double cachedShare,
        long requestsPerMinute,
        long tokensPerMinute,
        Map<Fault, Double> faults,
        Script script,
        int maxRecorded,
        boolean verbose) {

    /** Copies the collections, the shares of faults in a fixed order: the same dice must mean the same fault always. */
    public SimulatorOptions {
        models = List.copyOf(models);
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }

    /** Everything as it is without configuration: fast, without limits or failures, on a free port of the loopback. */
    public static SimulatorOptions defaults() {
        return builder().build();
    }

    /**
     * Reads a YAML or JSON file. Its keys are the long flags of the command line without dashes in front, besides
     * {@code verbose} and {@code script}.
     *
     * @throws IllegalArgumentException naming the file and what is wrong in it
     */
    public static SimulatorOptions read(Path file) {
        Builder builder = builder();
        ConfigFile.apply(file, builder);
        return builder.build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.host = host;
        builder.port = port;
        builder.eventLoops = eventLoops;
        builder.seed = seed;
        builder.models = models;
        builder.firstToken = firstToken;
        builder.betweenTokens = betweenTokens;
        builder.answerTokens = answerTokens;
        builder.cachedShare = cachedShare;
        builder.requestsPerMinute = requestsPerMinute;
        builder.tokensPerMinute = tokensPerMinute;
        builder.faults.putAll(faults);
        builder.script = script;
        builder.maxRecorded = maxRecorded;
        builder.verbose = verbose;
        return builder;
    }

    /** Collects options; every setter throws {@code IllegalArgumentException} for a value out of its range. */
    public static final class Builder {

        private String host = "127.0.0.1";
        private int port;
        private int eventLoops = Math.min(4, Runtime.getRuntime().availableProcessors());
        private long seed = 1;
        private List<String> models = List.of();
        private Latency firstToken = Latency.none();
        private Latency betweenTokens = Latency.none();
        private int answerTokens;
        private double cachedShare;
        private long requestsPerMinute;
        private long tokensPerMinute;
        private final Map<Fault, Double> faults = new EnumMap<>(Fault.class);
        private Script script = Script.empty();
        private int maxRecorded = 1000;
        private boolean verbose;

        private Builder() {}

        /** The address to listen on. Default: the loopback, 127.0.0.1. */
        public Builder host(String value) {
            host = value;
            return this;
        }

        /** The port to listen on. Default: 0, any free one. */
        public Builder port(int value) {
            port = inRange("port", value, 0, 65535);
            return this;
        }

        /** The threads that serve. Default: one per processor, at most four. */
        public Builder eventLoops(int value) {
            eventLoops = inRange("eventLoops", value, 1, 64);
            return this;
        }

        /** Where all randomness comes from: the same seed and the same requests give the same answers. Default: 1. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** The only models that are known. Default: any, except names that begin with {@code unknown}. */
        public Builder models(List<String> value) {
            models = value;
            return this;
        }

        /** The time until the first token of an answer. Default: none. */
        public Builder firstToken(Latency value) {
            firstToken = value;
            return this;
        }

        /** The time between two tokens. Default: none. */
        public Builder betweenTokens(Latency value) {
            betweenTokens = value;
            return this;
        }

        /** The time between two tokens, as their steady rate. */
        public Builder tokensPerSecond(double value) {
            return betweenTokens(Rates.perSecond(value));
        }

        /** The length of invented texts in tokens, at most 100000. Default: 0, a short sentence that repeats the question. */
        public Builder answerTokens(int value) {
            answerTokens = answerLength(value);
            return this;
        }

        static int answerLength(int tokens) {
            return inRange("answerTokens", tokens, 0, 100_000);
        }

        /** The part of a prompt that counts as read from a cache, 0 to 1. Default: 0. */
        public Builder cachedShare(double value) {
            cachedShare = share("cachedShare", value);
            return this;
        }

        /** How many requests a key may send in a minute. Default: 0, any number. */
        public Builder requestsPerMinute(long value) {
            requestsPerMinute = notNegative("requestsPerMinute", value);
            return this;
        }

        /** How many tokens a key may use in a minute, in and out. Default: 0, any number. */
        public Builder tokensPerMinute(long value) {
            tokensPerMinute = notNegative("tokensPerMinute", value);
            return this;
        }

        /** How many of all requests fail this way, 0 to 1. Default: none. */
        public Builder fault(Fault fault, double share) {
            faults.put(fault, share("share of error " + fault.label(), share));
            return this;
        }

        /** What the model says. Default: nothing scripted. */
        public Builder script(Script value) {
            script = value;
            return this;
        }

        /** How many requests are kept for {@link Simulator#requests()}, the newest ones. Default: 1000. */
        public Builder maxRecorded(int value) {
            maxRecorded = inRange("maxRecorded", value, 0, 1_000_000);
            return this;
        }

        /** Whether every request is logged in a line. Default: no. */
        public Builder verbose(boolean value) {
            verbose = value;
            return this;
        }

        /** Freezes what was collected. */
        public SimulatorOptions build() {
            return new SimulatorOptions(
                    host,
                    port,
                    eventLoops,
                    seed,
                    models,
                    firstToken,
                    betweenTokens,
                    answerTokens,
                    cachedShare,
                    requestsPerMinute,
                    tokensPerMinute,
                    faults,
                    script,
                    maxRecorded,
                    verbose);
        }

        private static int inRange(String name, int value, int low, int high) {
            if (value < low || value > high) {
                throw new IllegalArgumentException(name + " must be from " + low + " to " + high + ", is " + value);
            }
            return value;
        }

        private static long notNegative(String name, long value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " must not be negative, is " + value);
            }
            return value;
        }

        private static double share(String name, double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(name + " must be from 0 to 1, is " + value);
            }
            return value;
        }
    }
}

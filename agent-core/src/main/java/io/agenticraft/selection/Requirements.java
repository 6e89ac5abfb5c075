package io.agenticraft.selection;

import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ResponseFormat;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a task demands of a model. All limits are hard: a model that breaks one is never chosen.
 *
 * @param inputTokens tokens of the prompt that are expected; by default {@value #DEFAULT_INPUT_TOKENS}
 * @param outputTokens tokens of the answer that are expected; by default {@value #DEFAULT_OUTPUT_TOKENS}
 * @param maxLatencyMillis bound of the expected latency; by default none, {@link Double#POSITIVE_INFINITY}
 * @param maxP95LatencyMillis bound of the latency that 95 of 100 calls keep; by default none
 * @param maxFirstTokenMillis bound of the expected time to a stream's first content; by default none
 * @param minTokensPerSecond by default 0
 * @param maxCost bound of the expected cost of one call in USD; by default none; a model without a price breaks any bound
 * @param maxErrorRate bound of the expected share of calls that fail, 0 to 1; by default 1
 * @param minQuality by default 0
 * @param minContextTokens the context window's size at least; by default what the expected tokens need
 * @param capabilities what the model must be able to do; by default nothing special
 * @param weights what counts among those that keep to the limits; by default {@link Weights#balanced()}
 */
public record Requirements(
        long inputTokens,
        long outputTokens,
        double maxLatencyMillis,
        double maxP95LatencyMillis,
        double maxFirstTokenMillis,
        double minTokensPerSecond,
        double maxCost,
        double maxErrorRate,
        double minQuality,
        long minContextTokens,
        Set<Capability> capabilities,
        Weights weights) {
    /** {@value} tokens. */
    public static final long DEFAULT_INPUT_TOKENS = 1_000;

    /** {@value} tokens. */
    public static final long DEFAULT_OUTPUT_TOKENS = 500;

    private static final Requirements NONE = builder().build();

    public Requirements {
        requireNotNegative("inputTokens", (double) inputTokens);
        requireNotNegative("outputTokens", (double) outputTokens);
        requireNotNegative("maxLatency", maxLatencyMillis);
        requireNotNegative("maxP95Latency", maxP95LatencyMillis);
        requireNotNegative("maxFirstToken", maxFirstTokenMillis);
        requireNotNegative("minTokensPerSecond", minTokensPerSecond);
        requireNotNegative("maxCost", maxCost);
        requireNotNegative("maxErrorRate", maxErrorRate);
        requireNotNegative("minQuality", minQuality);
        minContextTokens = Math.max(minContextTokens, inputTokens + outputTokens);
        capabilities = Capability.shared(capabilities);
        Objects.requireNonNull(weights, "weights");
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must be 0 or more: " + value);
        }
    }

    /** Any model will do. */
    public static Requirements none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects {@link Requirements}. */
    public static final class Builder {
        private long inputTokens = DEFAULT_INPUT_TOKENS;
        private long outputTokens = DEFAULT_OUTPUT_TOKENS;
        private double maxLatencyMillis = Double.POSITIVE_INFINITY;
        private double maxP95LatencyMillis = Double.POSITIVE_INFINITY;
        private double maxFirstTokenMillis = Double.POSITIVE_INFINITY;
        private double minTokensPerSecond;
        private double maxCost = Double.POSITIVE_INFINITY;
        private double maxErrorRate = 1;
        private double minQuality;
        private long minContextTokens;
        private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        private Weights weights = Weights.balanced();

        private Builder() {}

        /** How many tokens a call is expected to have; by these it is priced and must fit into the context window. */
        public Builder tokens(long input, long output) {
            inputTokens = input;
            outputTokens = output;
            return this;
        }

        public Builder maxLatency(Duration value) {
            maxLatencyMillis = millis(value);
            return this;
        }

        public Builder maxP95Latency(Duration value) {
            maxP95LatencyMillis = millis(value);
            return this;
        }

        public Builder maxFirstToken(Duration value) {
            maxFirstTokenMillis = millis(value);
            return this;
        }

        public Builder minTokensPerSecond(double value) {
            minTokensPerSecond = value;
            return this;
        }

        /** In USD per call. */
        public Builder maxCost(double value) {
            maxCost = value;
            return this;
        }

        public Builder maxErrorRate(double value) {
            maxErrorRate = value;
            return this;
        }

        public Builder minQuality(double value) {
            minQuality = value;
            return this;
        }

        public Builder minContextTokens(long value) {
            minContextTokens = value;
            return this;
        }

        public Builder needs(Capability... values) {
            Collections.addAll(capabilities, values);
            return this;
        }

        /** What counts among the models that keep to the limits. */
        public Builder prefer(Weights value) {
            weights = value;
            return this;
        }

        /** Adds the capabilities that a request makes use of. */
        public Builder needsOf(ModelRequest request) {
            GenerationOptions options = request.options();
            need(Capability.TOOLS, !request.tools().isEmpty());
            need(Capability.JSON_SCHEMA, request.responseFormat().kind() == ResponseFormat.Kind.JSON_SCHEMA);
            need(Capability.REASONING, options.reasoningLevel() != null || options.reasoningTokens() != null);
            for (Message message : request.messages()) {
                for (Content part : message.content()) {
                    need(Capability.IMAGES, part instanceof Image);
                }
            }
            return this;
        }

        private void need(Capability capability, boolean needed) {
            if (needed) {
                capabilities.add(capability);
            }
        }

        private static double millis(Duration value) {
            return value.toNanos() * 1e-6;
        }

        public Requirements build() {
            return new Requirements(
                    inputTokens,
                    outputTokens,
                    maxLatencyMillis,
                    maxP95LatencyMillis,
                    maxFirstTokenMillis,
                    minTokensPerSecond,
                    maxCost,
                    maxErrorRate,
                    minQuality,
                    minContextTokens,
                    capabilities,
                    weights);
        }
    }
}

package io.agenticraft.pricing;

import io.agenticraft.model.Usage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs, in USD per million tokens.
 *
 * @param input tokens of the prompt that no cache saw
 * @param output tokens of the answer, reasoning included
 * @param cacheRead tokens of the prompt that were read from the provider's cache
 * @param cacheWrite tokens of the prompt that were written to the provider's cache, for its shortest time
 * @param longPrompt what holds for a call with a long prompt, or null where it costs the same
 */
public record Price(
        double input,
        double output,
        double cacheRead,
        double cacheWrite,
        @Nullable LongPrompt longPrompt) {

    /**
     * A dearer price.
     *
     * @param above the prompt's tokens above which it holds, for all tokens of the call
     * @param price the price then
     */
    public record LongPrompt(long above, Price price) {
        public LongPrompt {
            Objects.requireNonNull(price, "price");
            if (above < 1) {
                throw new IllegalArgumentException("A long prompt begins above 1 token or more: " + above);
            }
        }
    }

    private static final double PER_MILLION = 1e-6;
    private static final Price FREE = of(0, 0);

    public Price {
        requirePrice("input", input);
        requirePrice("output", output);
        requirePrice("cacheRead", cacheRead);
        requirePrice("cacheWrite", cacheWrite);
    }

    private static void requirePrice(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A price is in USD per million tokens, 0 or more; " + name + " is " + value);
        }
    }

    /** A price without a discount for cached tokens. */
    public static Price of(double input, double output) {
        return new Price(input, output, input, input, null);
    }

    /** Nothing is charged, as by a model on one's own machine. */
    public static Price free() {
        return FREE;
    }

    /**
     * What a usage costs in USD, or null where the tokens of the prompt or of the answer are not known: that is not zero.
     * Where nothing is said of a cache, none was used.
     */
    public @Nullable Double cost(Usage usage) {
        double cost = cost(usage, -1);
        return cost < 0 ? null : Double.valueOf(cost);
    }

    /** Like {@link #cost(Usage)}, but {@code unknown} instead of null, and without an object. */
    public double cost(Usage usage, double unknown) {
        Long in = usage.inputTokens();
        Long out = usage.outputTokens();
        if (in == null || out == null) {
            return unknown;
        }
        Price price = forPrompt(in);
        long read = orZero(usage.cacheReadTokens());
        long written = orZero(usage.cacheWriteTokens());
        // A provider that counts its cache's tokens beside the prompt's must not earn a discount below zero.
        long plain = Math.max(0, in - read - written);
        return PER_MILLION
                * (plain * price.input + read * price.cacheRead + written * price.cacheWrite + out * price.output);
    }

    /**
     * What a call is expected to cost in USD.
     *
     * @param cacheShare the share of the prompt that is expected to be read from the provider's cache, 0 to 1
     */
    public double expected(long inputTokens, long outputTokens, double cacheShare) {
        Price price = forPrompt(inputTokens);
        double perInput = price.input - (price.input - price.cacheRead) * cacheShare;
        return PER_MILLION * (inputTokens * perInput + outputTokens * price.output);
    }

    private Price forPrompt(long tokens) {
        return longPrompt != null && tokens > longPrompt.above ? longPrompt.price.forPrompt(tokens) : this;
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }
}

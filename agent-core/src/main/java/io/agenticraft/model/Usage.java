package io.agenticraft.model;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of one call, or of several together. Null means: the provider did not say, which is not zero.
 *
 * @param inputTokens all tokens of the prompt, those read from and written to a cache included
 * @param outputTokens all tokens of the answer, reasoning included
 * @param cacheReadTokens the part of the input that was read from the provider's cache
 * @param cacheWriteTokens the part of the input that was written to the provider's cache
 * @param reasoningTokens the part of the output that was reasoning
 */
public record Usage(
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long cacheReadTokens,
        @Nullable Long cacheWriteTokens,
        @Nullable Long reasoningTokens) {

    private static final Usage UNKNOWN = new Usage(null, null, null, null, null);

    /** Nothing is known. */
    public static Usage unknown() {
        return UNKNOWN;
    }

    public static Usage of(long inputTokens, long outputTokens) {
        return new Usage(inputTokens, outputTokens, null, null, null);
    }

    /** The sum; a count that only one side knows is that side's. */
    public Usage plus(Usage other) {
        return new Usage(
                sum(inputTokens, other.inputTokens),
                sum(outputTokens, other.outputTokens),
                sum(cacheReadTokens, other.cacheReadTokens),
                sum(cacheWriteTokens, other.cacheWriteTokens),
                sum(reasoningTokens, other.reasoningTokens));
    }

    private static @Nullable Long sum(@Nullable Long a, @Nullable Long b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : Long.valueOf(a + b);
    }
}

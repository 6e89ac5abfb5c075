package io.agenticraft.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said, as it answered, of how much it still lets through; a bucket that it did not name is null.
 *
 * @param requests calls
 * @param tokens tokens of both directions
 * @param inputTokens tokens of prompts, which Anthropic counts apart
 * @param outputTokens tokens of answers, which Anthropic counts apart
 */
public record RateLimits(
        @Nullable Bucket requests,
        @Nullable Bucket tokens,
        @Nullable Bucket inputTokens,
        @Nullable Bucket outputTokens) {

    /**
     * One limit.
     *
     * @param limit how much a window lets through, or {@value #UNKNOWN}
     * @param remaining how much of it is left, or {@value #UNKNOWN}
     * @param reset how long after the answer's arrival the bucket is full again, or null
     */
    public record Bucket(
            long limit, long remaining, @Nullable Duration reset) {
        /** {@value}: the provider did not say. */
        public static final long UNKNOWN = -1;
    }
}

package io.agenticraft.benchmark.measure;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one model.
 *
 * @param provider the provider's name, such as {@code openai}
 * @param model the model's name as it was asked for
 * @param endpoint where its provider is, or null where that is not known
 * @param streamed whether answers were asked for piece by piece
 * @param total all requests
 * @param byPrompt the same by prompt, in the prompts' order
 * @param elapsed from the first request until the last answer
 * @param unsent requests that were due and could not be sent before the time was over
 * @param trouble why the model was given up, or null
 * @param complete whether all that was planned was measured
 */
public record Result(
        String provider,
        String model,
        @Nullable String endpoint,
        boolean streamed,
        Recording total,
        Map<String, Recording> byPrompt,
        Duration elapsed,
        long unsent,
        @Nullable String trouble,
        boolean complete) {

    /** {@code provider:model}. */
    public String target() {
        return provider + ":" + model;
    }

    /** Answers per second of the whole measurement, or 0 where there was none. */
    public double answersPerSecond() {
        return perSecond(total.answers());
    }

    /** Output tokens per second of all answers together, or 0. */
    public double tokensPerSecond() {
        return perSecond(total.outputTokens());
    }

    private double perSecond(long count) {
        return elapsed.isZero() ? 0 : count * 1e9 / elapsed.toNanos();
    }
}

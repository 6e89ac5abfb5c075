package io.agenticraft.budget;

import io.agenticraft.estimate.TokenEstimate;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ProviderException;
import org.jspecify.annotations.Nullable;

/**
 * What one call is thought to take, and took.
 *
 * @param price null where there is none: money is then not counted
 */
record Costs(@Nullable Price price, TokenEstimate estimate) {
    private static final Usage NOTHING = Usage.of(0, 0);

    Usage reserved() {
        return Usage.of(estimate.input(), estimate.output());
    }

    long nanoUsd(Usage usage) {
        return price == null ? 0 : bounded(Money.nanos(price.cost(usage, 0)));
    }

    static long tokens(Usage usage) {
        return bounded(bounded(orZero(usage.inputTokens())) + bounded(orZero(usage.outputTokens())));
    }

    /** Whatever a provider says it took: sums must not overflow, nor a budget grow. */
    private static long bounded(long amount) {
        return Math.max(0, Math.min(amount, Budget.MOST));
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /**
     * The usage of a call that has ended. What the provider counted goes first. A call that it turned away took nothing.
     * Any other that failed or was cancelled took its prompt, and as much of an answer as was seen.
     *
     * @param seen tokens of the answer that were streamed, as guessed
     */
    Usage real(@Nullable ModelResponse response, @Nullable Throwable failure, long seen) {
        ModelResponse known = response;
        if (failure instanceof ProviderException told) {
            known = told.partial();
            if (known == null && (told.status() >= 400 || told instanceof ConnectionException)) {
                return NOTHING;
            }
        }
        Usage usage = known == null ? Usage.unknown() : known.usage();
        long output = response != null ? estimate.output() : seen;
        return new Usage(
                usage.inputTokens() != null ? usage.inputTokens() : Long.valueOf(estimate.input()),
                usage.outputTokens() != null ? usage.outputTokens() : Long.valueOf(output),
                usage.cacheReadTokens(),
                usage.cacheWriteTokens(),
                usage.reasoningTokens());
    }
}

package io.agenticraft.selection;

import io.agenticraft.pricing.Price;
import org.jspecify.annotations.Nullable;

/** A model to choose from: what does not change from decision to decision is at hand, and nothing is boxed. */
final class Candidate {
    private static final double HALF_COST = 0.005;

    final ModelProfile profile;
    final LiveModel live;
    private final double quality;
    private final long contextTokens;
    private final int capabilities;
    private final @Nullable Price price;

    Candidate(ModelProfile profile, @Nullable Price price, LiveModel live) {
        this.profile = profile;
        this.price = price;
        this.live = live;
        quality = profile.quality();
        contextTokens = profile.contextTokens();
        capabilities = Capability.bits(profile.capabilities());
    }

    /**
     * The limits that it breaks, as {@link Limit#bit bits}.
     *
     * @param needed the bits of what must be able to be done
     */
    int broken(Requirements wanted, int needed, Estimate expected) {
        return ((needed & ~capabilities) == 0 ? 0 : Limit.CAPABILITIES.bit)
                | (contextTokens >= wanted.minContextTokens() ? 0 : Limit.CONTEXT.bit)
                | (quality >= wanted.minQuality() ? 0 : Limit.QUALITY.bit)
                | (expected.latency() <= wanted.maxLatencyMillis() ? 0 : Limit.LATENCY.bit)
                | (expected.p95Latency() <= wanted.maxP95LatencyMillis() ? 0 : Limit.P95_LATENCY.bit)
                | (expected.firstToken() <= wanted.maxFirstTokenMillis() ? 0 : Limit.FIRST_TOKEN.bit)
                | (expected.tokensPerSecond() >= wanted.minTokensPerSecond() ? 0 : Limit.TOKENS_PER_SECOND.bit)
                | (cost(wanted, expected) <= wanted.maxCost() ? 0 : Limit.COST.bit)
                | (expected.errorRate() <= wanted.maxErrorRate() ? 0 : Limit.ERROR_RATE.bit);
    }

    /** In USD; infinite where there is no price. */
    double cost(Requirements wanted, Estimate expected) {
        return price == null
                ? Double.POSITIVE_INFINITY
                : price.expected(wanted.inputTokens(), wanted.outputTokens(), expected.cacheShare());
    }

    double score(Requirements wanted, Estimate expected) {
        Weights weights = wanted.weights();
        return weights.quality() * quality
                + weights.reliability() * expected.reliability()
                + weights.latency() * expected.quickness()
                + weights.firstToken() * expected.promptness()
                + weights.speed() * expected.speed()
                + weights.thrift() * HALF_COST / (HALF_COST + cost(wanted, expected));
    }
}

package io.agenticraft.selection;

import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of some requirements does not change from call to call, for each candidate. */
final class Plan {
    private static final double HALF_COST = 0.005;

    final Requirements requirements;
    final List<ModelProfile> candidates;
    private final int[] broken;
    private final double[] quality;
    private final double[] cost;
    private final double[] savedByCache;

    Plan(Requirements requirements, List<ModelProfile> candidates, PriceTable prices) {
        this.requirements = requirements;
        this.candidates = candidates;
        int size = candidates.size();
        broken = new int[size];
        quality = new double[size];
        cost = new double[size];
        savedByCache = new double[size];
        for (int i = 0; i < size; i++) {
            ModelProfile profile = candidates.get(i);
            broken[i] = broken(profile);
            quality[i] = requirements.weights().quality() * profile.quality();
            cost[i] = cost(prices.price(profile.provider(), profile.model()), 0);
            double cached = cost(prices.price(profile.provider(), profile.model()), requirements.inputTokens());
            savedByCache[i] = cost[i] == Double.POSITIVE_INFINITY ? 0 : cost[i] - cached;
        }
    }

    private int broken(ModelProfile profile) {
        return (profile.capabilities().containsAll(requirements.capabilities()) ? 0 : Limit.CAPABILITIES.bit)
                | (profile.contextTokens() >= requirements.minContextTokens() ? 0 : Limit.CONTEXT.bit)
                | (profile.quality() >= requirements.minQuality() ? 0 : Limit.QUALITY.bit);
    }

    private double cost(@Nullable Price price, long cached) {
        Usage usage = new Usage(requirements.inputTokens(), requirements.outputTokens(), cached, 0L, null);
        return price == null ? Double.POSITIVE_INFINITY : price.cost(usage, Double.POSITIVE_INFINITY);
    }

    int size() {
        return broken.length;
    }

    /** The limits that a candidate breaks, as {@link Limit#bit bits}. */
    int broken(int candidate, Estimate expected) {
        Requirements wanted = requirements;
        return broken[candidate]
                | (expected.latency() <= wanted.maxLatencyMillis() ? 0 : Limit.LATENCY.bit)
                | (expected.p95Latency() <= wanted.maxP95LatencyMillis() ? 0 : Limit.P95_LATENCY.bit)
                | (expected.firstToken() <= wanted.maxFirstTokenMillis() ? 0 : Limit.FIRST_TOKEN.bit)
                | (expected.tokensPerSecond() >= wanted.minTokensPerSecond() ? 0 : Limit.TOKENS_PER_SECOND.bit)
                | (cost(candidate, expected) <= wanted.maxCost() ? 0 : Limit.COST.bit)
                | (expected.errorRate() <= wanted.maxErrorRate() ? 0 : Limit.ERROR_RATE.bit);
    }

    /** In USD; infinite where there is no price. */
    double cost(int candidate, Estimate expected) {
        return cost[candidate] - savedByCache[candidate] * expected.cacheShare();
    }

    double score(int candidate, Estimate expected) {
        Weights weights = requirements.weights();
        return quality[candidate]
                + weights.reliability() * expected.reliability()
                + weights.latency() * expected.quickness()
                + weights.firstToken() * expected.promptness()
                + weights.speed() * expected.speed()
                + weights.thrift() * HALF_COST / (HALF_COST + cost(candidate, expected));
    }
}

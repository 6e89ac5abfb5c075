package io.agenticraft.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts requests and tokens per key in buckets that refill steadily, as the providers do. */
final class RateLimiter {

    /** What the headers say where there is no limit. */
    private static final long AMPLE_REQUESTS = 10_000;

    private static final long AMPLE_TOKENS = 10_000_000;
    private static final int MAX_KEYS = 10_000;

    private final long requestLimit;
    private final long tokenLimit;
    private final InstantSource clock;
    /** By the hash of the key: the key itself is not kept. */
    private final Map<Integer, Buckets> buckets = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Buckets> eldest) {
            return size() > MAX_KEYS;
        }
    };

    RateLimiter(SimulatorOptions options, InstantSource clock) {
        this.requestLimit = options.requestsPerMinute();
        this.tokenLimit = options.tokensPerMinute();
        this.clock = clock;
    }

    /** Takes a request and its prompt from the key's buckets, or refuses and takes nothing. */
    void take(@Nullable String key, int promptTokens) {
        if (unlimited()) {
            return;
        }
        Duration wait;
        boolean byTokens;
        synchronized (buckets) {
            Buckets mine = of(key);
            byTokens = mine.requests.holds(1);
            wait = byTokens ? mine.tokens.until(promptTokens) : mine.requests.until(1);
            if (wait.isZero()) {
                mine.requests.take(1);
                mine.tokens.take(promptTokens);
                return;
            }
        }
        throw new Rejection(
                Fault.RATE_LIMITED,
                "Rate limit reached: " + (byTokens ? tokenLimit + " tokens" : requestLimit + " requests")
                        + " per minute.",
                byTokens ? "tokens" : "requests",
                wait);
    }

    /** Takes what an answer used; this may leave a debt. */
    void spend(@Nullable String key, int outputTokens) {
        if (tokenLimit == 0) {
            return;
        }
        synchronized (buckets) {
            of(key).tokens.take(outputTokens);
        }
    }

    Quota quota(@Nullable String key) {
        if (unlimited()) {
            return new Quota(
                    AMPLE_REQUESTS,
                    AMPLE_REQUESTS - 1,
                    Duration.ofMillis(6),
                    AMPLE_TOKENS,
                    AMPLE_TOKENS,
                    Duration.ZERO);
        }
        synchronized (buckets) {
            Buckets mine = of(key);
            return new Quota(
                    mine.requests.capacity(),
                    mine.requests.left(),
                    mine.requests.untilFull(),
                    mine.tokens.capacity(),
                    mine.tokens.left(),
                    mine.tokens.untilFull());
        }
    }

    private boolean unlimited() {
        return requestLimit == 0 && tokenLimit == 0;
    }

    private Buckets of(@Nullable String key) {
        return buckets.computeIfAbsent(
                Objects.hashCode(key),
                ignored -> new Buckets(
                        new Bucket(requestLimit == 0 ? AMPLE_REQUESTS : requestLimit, clock),
                        new Bucket(tokenLimit == 0 ? AMPLE_TOKENS : tokenLimit, clock)));
    }

    private record Buckets(Bucket requests, Bucket tokens) {}
}

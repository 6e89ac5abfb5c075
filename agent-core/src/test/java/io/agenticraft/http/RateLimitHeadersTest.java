package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.model.RateLimits;
import io.agenticraft.model.RateLimits.Bucket;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitHeadersTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private static @Nullable RateLimits of(String... headers) {
        MultiMap map = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            map.add(headers[i], headers[i + 1]);
        }
        return new RateLimitHeaders(InstantSource.fixed(NOW)).of(new Head(200, map));
    }

    @Test
    void headersOfOpenAi_areRead() {
        RateLimits limits = of(
                "x-ratelimit-limit-requests", "10000",
                "x-ratelimit-remaining-requests", "9999",
                "x-ratelimit-reset-requests", "8.64s",
                "x-ratelimit-limit-tokens", "200000",
                "x-ratelimit-remaining-tokens", "199977",
                "x-ratelimit-reset-tokens", "6ms");

        assertEquals(
                new RateLimits(
                        new Bucket(10_000, 9_999, Duration.ofMillis(8_640)),
                        new Bucket(200_000, 199_977, Duration.ofMillis(6)),
                        null,
                        null),
                limits);
    }

    @Test
    void headersOfAzure_mayLackLimitAndReset() {
        assertEquals(
                new RateLimits(
                        new Bucket(Bucket.UNKNOWN, 499, null),
                        new Bucket(Bucket.UNKNOWN, 0, Duration.ofSeconds(7)),
                        null,
                        null),
                of(
                        "x-ratelimit-remaining-requests", "499",
                        "x-ratelimit-remaining-tokens", "0",
                        "x-ratelimit-reset-tokens", "7"));
    }

    @Test
    void timeOfAReset_isToldByTheServersClock() {
        RateLimits limits = of(
                "date", "Sun, 01 Nov 2026 13:00:00 GMT",
                "anthropic-ratelimit-requests-remaining", "0",
                "anthropic-ratelimit-requests-reset", "2026-11-01T13:00:02Z");
        assertEquals(new RateLimits(new Bucket(Bucket.UNKNOWN, 0, Duration.ofSeconds(2)), null, null, null), limits);
    }

    @Test
    void headersOfAnthropic_resetAtATime() {
        RateLimits limits = of(
                "anthropic-ratelimit-requests-limit", "50",
                "anthropic-ratelimit-requests-remaining", "49",
                "anthropic-ratelimit-requests-reset", "2026-11-01T12:00:02Z",
                "anthropic-ratelimit-input-tokens-limit", "40000",
                "anthropic-ratelimit-input-tokens-remaining", "39000",
                "anthropic-ratelimit-input-tokens-reset", "2026-11-01T11:59:59Z",
                "anthropic-ratelimit-output-tokens-limit", "8000",
                "anthropic-ratelimit-output-tokens-remaining", "8000",
                "anthropic-ratelimit-output-tokens-reset", "soon");

        assertEquals(
                new RateLimits(
                        new Bucket(50, 49, Duration.ofSeconds(2)),
                        null,
                        new Bucket(40_000, 39_000, Duration.ZERO),
                        new Bucket(8_000, 8_000, null)),
                limits);
    }

    @Test
    void otherHeaders_sayNothing() {
        assertNull(of("content-type", "application/json", "x-ratelimit-limit", "5", "retry-after", "5"));
    }

    @Test
    void numbersThatAreNone_areUnknown() {
        assertEquals(
                new RateLimits(new Bucket(Bucket.UNKNOWN, Bucket.UNKNOWN, null), null, null, null),
                of("x-ratelimit-limit-requests", "many", "x-ratelimit-remaining-requests", "-5"));
    }
}

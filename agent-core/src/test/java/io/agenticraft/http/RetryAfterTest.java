package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final RetryAfter retryAfter = new RetryAfter(InstantSource.fixed(NOW));

    private @Nullable Duration of(String message, String... headers) {
        MultiMap map = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            map.add(headers[i], headers[i + 1]);
        }
        return retryAfter.of(new Head(429, map), message);
    }

    @Test
    void seconds_areRead() {
        assertEquals(Duration.ofSeconds(16), of("", "Retry-After", " 16 "));
    }

    @Test
    void httpDate_isATimeFromNow() {
        assertEquals(Duration.ofSeconds(90), of("", "retry-after", "Sun, 01 Nov 2026 12:01:30 GMT"));
        assertEquals(Duration.ZERO, of("", "retry-after", "Sun, 01 Nov 2026 11:00:00 GMT"));
    }

    @Test
    void httpDate_isToldByTheServersClock() {
        String date = "Sun, 01 Nov 2026 12:01:30 GMT";
        assertEquals(Duration.ofSeconds(20), of("", "retry-after", date, "date", "Sun, 01 Nov 2026 12:01:10 GMT"));
        assertEquals(Duration.ofSeconds(90), of("", "retry-after", date, "date", "today"));
    }

    @Test
    void millis_goBeforeSeconds() {
        assertEquals(Duration.ofMillis(250), of("", "retry-after", "1", "retry-after-ms", "250"));
    }

    @Test
    void zeroMillis_areAzuresWayToSayNothing() {
        assertEquals(Duration.ofSeconds(1), of("", "retry-after", "1", "retry-after-ms", "0"));
    }

    @Test
    void nonsense_isNothing() {
        assertNull(of("", "retry-after", "later", "retry-after-ms", "x", "x-ratelimit-remaining-tokens", "0"));
        assertNull(of(""));
    }

    @Test
    void whatNobodyCanWaitFor_isStillADuration() {
        Duration wait = of("", "retry-after", "9".repeat(400));
        assertTrue(wait != null && wait.compareTo(Duration.ofDays(365)) > 0, String.valueOf(wait));
        assertEquals(Duration.ZERO, of("", "retry-after", "0"));
        assertNull(of("", "retry-after", "-5"));
        assertNull(of("", "retry-after", "1.2.3"));
        assertNull(of("", "retry-after", ""));
        assertNull(of("", "retry-after", "\u0661"));
        assertEquals(Duration.ofMillis(500), of("", "retry-after", "0.5", "retry-after-ms", "-1"));
    }

    @Test
    void words_areReadWhereNoHeaderSaysIt() {
        assertEquals(Duration.ofMillis(18642), of("Limit reached. Please try again in 18.642s. Visit us"));
        assertEquals(Duration.ofMillis(6), of("Please try again in 6ms."));
    }

    @Test
    void openAiReset_countsForAnExhaustedBucket() {
        assertEquals(
                Duration.ofMillis(73588),
                of(
                        "",
                        "x-ratelimit-remaining-requests",
                        "12",
                        "x-ratelimit-reset-requests",
                        "14m24s",
                        "x-ratelimit-remaining-tokens",
                        "0",
                        "x-ratelimit-reset-tokens",
                        "1m13.588s"));
    }

    @Test
    void anthropicReset_isTheLatestOfTheExhaustedBuckets() {
        assertEquals(
                Duration.ofSeconds(30),
                of(
                        "",
                        "anthropic-ratelimit-requests-remaining",
                        "9",
                        "anthropic-ratelimit-requests-reset",
                        "2026-11-01T13:00:00Z",
                        "anthropic-ratelimit-tokens-remaining",
                        "0",
                        "anthropic-ratelimit-tokens-reset",
                        "2026-11-01T12:00:10Z",
                        "anthropic-ratelimit-input-tokens-remaining",
                        "0",
                        "anthropic-ratelimit-input-tokens-reset",
                        "2026-11-01T12:00:30Z"));
    }
}

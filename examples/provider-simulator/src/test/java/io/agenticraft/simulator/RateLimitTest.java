package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Counted limits, with a clock that moves when it is told to. */
final class RateLimitTest {

    private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final String OPENAI = "{\"model\":\"gpt-4o-mini\"," + HELLO;
    private static final String ANTHROPIC = "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":9," + HELLO;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource clock = now::get;

    private Simulator start(SimulatorOptions.Builder options) {
        return Simulator.start(options.build(), clock);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    @Test
    void requests_areCountedAndComeBackSteadily() {
        try (Simulator simulator = start(SimulatorOptions.builder().requestsPerMinute(2))) {
            HttpResponse<String> first = Http.openAi(simulator, OPENAI);
            assertEquals("2", header(first, "x-ratelimit-limit-requests"));
            assertEquals("1", header(first, "x-ratelimit-remaining-requests"));
            assertEquals("30s", header(first, "x-ratelimit-reset-requests"));
            assertEquals(200, Http.openAi(simulator, OPENAI).statusCode());

            HttpResponse<String> refused = Http.openAi(simulator, OPENAI);
            assertEquals(429, refused.statusCode());
            assertEquals("30", header(refused, "retry-after"));
            assertEquals("0", header(refused, "x-ratelimit-remaining-requests"));
            assertEquals("requests", Http.json(refused).at("/error/type").asText());
            assertTrue(Http.json(refused).at("/error/message").asText().endsWith("Please try again in 30s."));

            pass(Duration.ofSeconds(30));
            assertEquals(200, Http.openAi(simulator, OPENAI).statusCode());
            assertEquals(429, Http.openAi(simulator, OPENAI).statusCode());
        }
    }

    @Test
    void tokens_areCountedInAndOut() {
        try (Simulator simulator = start(SimulatorOptions.builder().tokensPerMinute(60))) {
            HttpResponse<String> answer = Http.openAi(simulator, OPENAI);
            int total = Http.json(answer).at("/usage/total_tokens").asInt();
            int prompt = Http.json(answer).at("/usage/prompt_tokens").asInt();
            assertEquals(Integer.toString(60 - total), header(answer, "x-ratelimit-remaining-tokens"));
            HttpResponse<String> last = answer;
            for (int left = 60 - total; left >= prompt; left -= total) {
                last = Http.openAi(simulator, OPENAI);
                assertEquals(200, last.statusCode());
            }
            HttpResponse<String> refused = Http.openAi(simulator, OPENAI);
            assertEquals(429, refused.statusCode());
            assertEquals("tokens", Http.json(refused).at("/error/type").asText());
        }
    }

    @Test
    void keys_haveLimitsOfTheirOwn() {
        try (Simulator simulator = start(SimulatorOptions.builder().requestsPerMinute(1))) {
            String path = "/v1/chat/completions";
            assertEquals(
                    200,
                    Http.post(simulator, path, OPENAI, "authorization", "Bearer a")
                            .statusCode());
            assertEquals(
                    429,
                    Http.post(simulator, path, OPENAI, "authorization", "Bearer a")
                            .statusCode());
            assertEquals(
                    200,
                    Http.post(simulator, path, OPENAI, "authorization", "Bearer b")
                            .statusCode());
        }
    }

    @Test
    void anthropic_tellsTimesAndAdvice() {
        try (Simulator simulator = start(SimulatorOptions.builder().requestsPerMinute(1))) {
            HttpResponse<String> answer = Http.anthropic(simulator, ANTHROPIC);
            assertEquals("0", header(answer, "anthropic-ratelimit-requests-remaining"));
            assertEquals("2026-01-01T00:01:00Z", header(answer, "anthropic-ratelimit-requests-reset"));
            HttpResponse<String> refused = Http.anthropic(simulator, ANTHROPIC);
            assertEquals(429, refused.statusCode());
            assertEquals("60", header(refused, "retry-after"));
            assertEquals("true", header(refused, "x-should-retry"));
            assertEquals(
                    "rate_limit_error", Http.json(refused).at("/error/type").asText());
        }
    }

    @Test
    void noLimits_haveAmpleHeaders() {
        try (Simulator simulator = start(SimulatorOptions.builder())) {
            HttpResponse<String> answer = Http.openAi(simulator, OPENAI);
            assertEquals("9999", header(answer, "x-ratelimit-remaining-requests"));
            assertEquals("0s", header(answer, "x-ratelimit-reset-tokens"));
        }
    }

    @Test
    void promptLargerThanLimit_isAnsweredWhenBucketIsFull() {
        Bucket bucket = new Bucket(10, clock);
        assertEquals(Duration.ZERO, bucket.until(100));
        bucket.take(100);
        assertEquals(0, bucket.left());
        assertEquals(Duration.ofMinutes(9).plusSeconds(6), bucket.until(1));
        pass(Duration.ofHours(1));
        assertEquals(10, bucket.left());
        assertEquals(Duration.ZERO, bucket.untilFull());
    }
}

package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.model.Usage;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final ManualClock clock = new ManualClock();
    private final CallStats stats = CallStats.builder()
            .nanoClock(clock)
            .wallClock(() -> Instant.parse("2026-11-24T12:00:00Z"))
            .build();

    private void fill() {
        CallRecorder openAi = stats.recorder("openai", "gpt-4o", "clerk");
        openAi.succeeded(
                clock.getAsLong(),
                Duration.ofMillis(800).toNanos(),
                200_000_000,
                new Usage(1_000L, 80L, 500L, null, 8L),
                null);
        openAi.failed(clock.getAsLong(), 1, Answers.rateLimited(), null);
        openAi.cancelled(clock.getAsLong());
        stats.recorder("ollama", "llama3.2", "")
                .succeeded(clock.getAsLong(), Duration.ofMillis(40).toNanos(), -1, Usage.of(100, 20), null);
        clock.pass(Duration.ofSeconds(2));
    }

    @Test
    void summary_printsATable() {
        fill();
        String[] lines = stats.summary().split("\n", -1);

        Check.contains("provider  model     agent  calls   ok %  avg ms", lines[0]);
        Check.contains("openai    gpt-4o    clerk      3   50.0   800.0", lines[1]);
        Check.contains("ollama    llama3.2  -          1  100.0    40.0", lines[2]);
        Check.contains("all                            4   66.7   420.0", lines[3]);
        Check.contains("0.002675", lines[1]);
        Check.contains("0.000000", lines[2]);
        assertEquals("openai:gpt-4o for clerk: rate_limit 1, cancelled 1, cost unknown 1", lines[4]);
        assertEquals(lines[0].length(), lines[3].length());
    }

    @Test
    void summary_ofNothing_isTheHead() {
        assertEquals(1, stats.summary().lines().count());
        assertEquals(0, stats.snapshot().total().requests());
    }

    @Test
    void json_holdsAllFigures() throws JsonProcessingException {
        fill();
        JsonNode json = new ObjectMapper().readTree(stats.snapshot().json());

        assertEquals("2026-11-24T12:00:00Z", json.path("taken").asText());
        assertEquals(2, json.path("covers_seconds").asDouble(), 1e-9);
        JsonNode openAi = json.path("series").path(0);
        assertEquals("clerk", openAi.path("agent").asText());
        assertEquals(3, openAi.path("requests").asLong());
        assertEquals(0.5, openAi.path("success_rate").asDouble());
        assertEquals(1, openAi.path("errors").path("rate_limit").asLong());
        assertEquals(1, openAi.path("cancelled").asLong());
        assertEquals(800, openAi.path("latency_ms").path("p95").asDouble(), 8);
        assertEquals(200, openAi.path("first_token_ms").path("p50").asDouble(), 2);
        assertEquals(100, openAi.path("tokens_per_second").path("p50").asDouble(), 1);
        assertEquals(500, openAi.path("tokens").path("cache_read").asLong());
        assertEquals(8, openAi.path("tokens").path("reasoning").asLong());
        assertEquals(0.002675, openAi.path("cost_usd").asDouble(), 1e-9);
        JsonNode ollama = json.path("series").path(1);
        assertTrue(ollama.path("agent").isNull());
        assertTrue(ollama.path("first_token_ms").path("p50").isNull(), "what is not known is null, not zero");
        assertEquals(4, json.path("total").path("requests").asLong());
    }

    @Test
    void sums_areByProviderModelAndAgent() {
        fill();
        stats.recorder("openai", "gpt-4o", "other").cancelled(clock.getAsLong());
        StatsSnapshot snapshot = stats.snapshot();

        assertEquals(2, snapshot.byProvider().size());
        assertEquals(
                new SeriesKey("openai", "", ""), snapshot.byProvider().get(0).key());
        assertEquals(4, snapshot.byModel().get(0).requests());
        assertEquals(3, snapshot.byAgent().size());
        assertEquals(5, snapshot.total().requests());
    }

    @Test
    void quantile_ofNoShare_isRefused() {
        Distribution none = stats.snapshot().total().latency();

        assertThrows(IllegalArgumentException.class, () -> none.quantile(95));
        assertThrows(IllegalArgumentException.class, () -> none.quantile(Double.NaN));
        assertEquals(0, none.count());
    }
}

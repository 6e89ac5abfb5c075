package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.RecordedRequest;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same simulator behind each of the three interfaces gives the same figures. */
@Timeout(60)
class EveryProviderTest {
    private static final int REQUESTS = 15;
    private static final int TOKENS = 12;

    @ParameterizedTest
    @CsvSource({"openai, gpt-4o-mini", "anthropic, claude-haiku-4-5", "ollama, llama3.2"})
    void streamedAnswer_isMeasuredAlike(String provider, String model) {
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofMillis(30)))
                .betweenTokens(Latency.fixed(Duration.ofMillis(4)))
                .answerTokens(TOKENS)
                .build();
        try (Simulator simulator = Simulator.start(options)) {
            Result result = measure(simulator, new Target(provider, model));
            Recording total = result.total();
            assertNull(result.trouble());
            assertEquals(REQUESTS, total.answers());
            assertEquals(REQUESTS * TOKENS, total.outputTokens());
            assertTrue(total.inputTokens() > 0, "input tokens");
            assertNotNull(total.usd());
            Double first = total.firstToken().quantile(Quantile.P50);
            Double whole = total.latency().quantile(Quantile.P50);
            assertNotNull(first);
            assertNotNull(whole);
            assertTrue(first >= 29, "first token after " + first);
            // All pieces keep the time since the start: a late first one does not make the last one later.
            assertTrue(whole >= 30 + 4 * (TOKENS - 1) - 2 && whole > first, "whole after " + whole);
            assertTrue(total.interToken().count() >= REQUESTS * (TOKENS - 2), "pieces");
            onlyOneMessage(simulator.requests());
        }
    }

    private static void onlyOneMessage(List<RecordedRequest> requests) {
        for (RecordedRequest request : requests) {
            assertEquals(1, request.body().split("\"role\":\"user\"", -1).length - 1, request.body());
            assertEquals(0, request.body().split("\"role\":\"assistant\"", -1).length - 1, request.body());
        }
    }

    private static Result measure(Simulator simulator, Target target) {
        Plan plan = new Plan(
                List.of("Hello"),
                Pace::closed,
                3,
                REQUESTS,
                null,
                2,
                true,
                Duration.ofSeconds(20),
                GenerationOptions.none());
        try (ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .key("openai", "some-key")
                .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                .key("anthropic", "some-key")
                .baseUrl("anthropic", URI.create(simulator.baseUrl()))
                .baseUrl("ollama", URI.create(simulator.baseUrl()))
                .build()) {
            return new Bench(registry, plan, PriceTable.builtIn(), () -> false, (t, warmup, share, sofar) -> {})
                    .measure(target);
        }
    }
}

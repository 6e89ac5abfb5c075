package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Distribution;
import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Fault;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.RecordedRequest;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Measurements of a simulator of which everything is known. */
@Timeout(120)
class BenchTest {
    private static final Target TARGET = new Target("openai", "gpt-4o-mini");
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void knownDistribution_comesOutAsItsQuantiles() {
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.lognormal(Duration.ofMillis(300), 0.5))
                .seed(11)
                .build();
        Recording total = measure(options, plan(Pace::closed, 50, 300, true)).total();
        assertEquals(300, total.answers());
        // Quantiles of a log-normal distribution: median * exp(sigma * z). What is added is the way there and back.
        near(300, total.latency(), Quantile.P50);
        near(300 * Math.exp(0.5 * 1.2816), total.latency(), Quantile.P90);
        near(300, total.firstToken(), Quantile.P50);
    }

    @Test
    void openLoop_showsTheQueueThatAClosedLoopHides() {
        // One request at a time takes 20 ms, so that 50 a second is all there is; 100 a second come.
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofMillis(20)))
                .build();
        Recording closed = measure(options, plan(Pace::closed, 1, 100, false)).total();
        Recording open =
                measure(options, plan(() -> Pace.evenly(100), 1, 100, false)).total();
        assertTrue(figure(closed.latency(), Quantile.P99) < 200, "closed: " + figure(closed.latency(), Quantile.P99));
        assertTrue(figure(open.latency(), Quantile.P90) > 800, "open: " + figure(open.latency(), Quantile.P90));
        assertTrue(figure(open.latency(), Quantile.P50) > 400, "open: " + figure(open.latency(), Quantile.P50));
        // What the server itself took is the same in both.
        assertTrue(figure(open.service(), Quantile.P50) < 60, "service: " + figure(open.service(), Quantile.P50));
    }

    @Test
    void seedMistake_benchmarkSharesItsHistory() {
        try (Simulator simulator = Simulator.start();
                ProviderRegistry registry = registry(simulator)) {
            bench(registry, plan(Pace::closed, 1, 5, false, 2)).measure(TARGET);
            List<RecordedRequest> requests = simulator.requests();
            assertEquals(7, requests.size());
            for (RecordedRequest request : requests) {
                assertEquals(1, request.body().split("\"role\"", -1).length - 1, request.body());
            }
        }
    }

    @Test
    void warmup_isSentAndNotCounted() {
        try (Simulator simulator = Simulator.start();
                ProviderRegistry registry = registry(simulator)) {
            Result result = bench(registry, plan(Pace::closed, 1, 4, true, 3)).measure(TARGET);
            assertEquals(7, simulator.requests().size());
            assertEquals(4, result.total().requests());
            assertTrue(result.complete());
        }
    }

    @Test
    void notStreamed_hasNoFirstToken() {
        Recording total = measure(SimulatorOptions.defaults(), plan(Pace::closed, 1, 10, false))
                .total();
        assertEquals(10, total.answers());
        assertEquals(0, total.firstToken().count());
        assertEquals(0, total.interToken().count());
        assertTrue(total.outputTokens() > 0);
    }

    @Test
    void streamed_tellsFirstTokenPaceAndTokens() {
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofMillis(40)))
                .betweenTokens(Latency.fixed(Duration.ofMillis(5)))
                .answerTokens(20)
                .build();
        Recording total = measure(options, plan(Pace::closed, 1, 20, true)).total();
        double first = figure(total.firstToken(), Quantile.P50);
        double latency = figure(total.latency(), Quantile.P50);
        assertTrue(first >= 38 && first < 90, "first token " + first);
        assertTrue(latency >= first + 70, "latency " + latency);
        assertEquals(5, figure(total.interToken(), Quantile.P50), 2);
        double rate = figure(total.tokensPerSecond(), Quantile.P50);
        assertTrue(rate > 100 && rate < 260, "tokens per second " + rate);
        assertEquals(20 * 20, total.outputTokens());
        assertNotNull(total.usd());
    }

    @Test
    void errors_areCountedByTypeAndTheRestIsMeasured() {
        SimulatorOptions options = SimulatorOptions.builder()
                .fault(Fault.RATE_LIMITED, 0.3)
                .fault(Fault.SERVER_ERROR, 0.2)
                .seed(3)
                .build();
        Recording total = measure(options, plan(Pace::closed, 1, 100, true)).total();
        assertEquals(100, total.requests());
        within(30, 15, total.errors("rate limit (429)"));
        within(20, 12, total.errors("server (500)"));
        assertEquals(total.answers(), total.latency().count());
    }

    @Test
    void slowAnswer_isATimeout() {
        SimulatorOptions options = SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofSeconds(20)))
                .build();
        Plan plan = new Plan(
                List.of("Hello"), Pace::closed, 2, 2, null, 0, true, Duration.ofMillis(200), GenerationOptions.none());
        Recording total = measure(options, plan).total();
        assertEquals(2, total.errors());
        assertEquals(2, total.errors("run timeout"));
    }

    @Test
    void wrongKey_isGivenUpInTheWarmup() {
        try (Simulator simulator = Simulator.start();
                ProviderRegistry registry = ProviderRegistry.builder()
                        .environment(variable -> null)
                        .key("openai", "bad-key")
                        .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                        .build()) {
            Result result = bench(registry, plan(Pace::closed, 1, 50, true, 3)).measure(TARGET);
            assertNotNull(result.trouble());
            assertFalse(result.trouble().contains("bad-key"), result.trouble());
            assertFalse(result.complete());
            assertEquals(
                    "authentication (401)",
                    result.total().failures().keySet().iterator().next());
            assertEquals(3, simulator.requests().size());
        }
    }

    @Test
    void missingKey_isGivenUpWithoutSending() {
        try (ProviderRegistry registry =
                ProviderRegistry.builder().environment(variable -> null).build()) {
            Result result = bench(registry, plan(Pace::closed, 1, 5, true)).measure(TARGET);
            assertNotNull(result.trouble());
            assertTrue(result.trouble().contains("OPENAI_API_KEY"), result.trouble());
            assertNull(result.endpoint());
        }
    }

    @Test
    void endpoint_isNamed() {
        try (Simulator simulator = Simulator.start();
                ProviderRegistry registry = registry(simulator)) {
            Result result = bench(registry, plan(Pace::closed, 1, 1, true)).measure(TARGET);
            assertEquals(simulator.baseUrl() + "/v1", result.endpoint());
            assertEquals("openai:gpt-4o-mini", result.target());
        }
    }

    private static Result measure(SimulatorOptions options, Plan plan) {
        try (Simulator simulator = Simulator.start(options);
                ProviderRegistry registry = registry(simulator)) {
            return bench(registry, plan).measure(TARGET);
        }
    }

    private static Bench bench(ProviderRegistry registry, Plan plan) {
        return new Bench(registry, plan, PriceTable.builtIn(), () -> false, (target, warmup, share, sofar) -> {});
    }

    private static ProviderRegistry registry(Simulator simulator) {
        return ProviderRegistry.builder()
                .environment(variable -> null)
                .key("openai", "some-key")
                .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                .build();
    }

    private static Plan plan(Supplier<Pace> pace, int inFlight, long requests, boolean streaming) {
        return plan(pace, inFlight, requests, streaming, 3);
    }

    private static Plan plan(Supplier<Pace> pace, int inFlight, long requests, boolean streaming, int warmup) {
        List<String> prompts = List.of("Hello", "Good morning");
        return new Plan(prompts, pace, inFlight, requests, null, warmup, streaming, LONG, GenerationOptions.none());
    }

    private static void near(double expected, Distribution distribution, Quantile quantile) {
        double value = figure(distribution, quantile);
        assertTrue(
                value > expected * 0.88 && value < expected * 1.2 + 20,
                quantile.label() + " is " + value + " instead of " + expected);
    }

    private static void within(long expected, long tolerance, long value) {
        assertTrue(Math.abs(value - expected) <= tolerance, value + " instead of " + expected);
    }

    private static double figure(Distribution distribution, Quantile quantile) {
        Double value = distribution.quantile(quantile);
        assertNotNull(value, quantile.label());
        return value;
    }
}

package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Switching;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SwitchBenchTest {
    private static final Target TARGET = new Target("openai", "gpt-4o-mini");

    @Test
    void steps_areMeasuredEach() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofMillis(20)))
                .build())) {
            Switching costs = bench(simulator.baseUrl(), "some-key").measure(TARGET);
            assertNull(costs.trouble());
            assertEquals(200, costs.creation().count());
            assertEquals(2000, costs.switching().count());
            assertEquals(4, costs.validation().count());
            assertEquals(4, costs.firstCall().count());
            assertEquals(6, costs.laterCalls().count());
            assertTrue(costs.laterCalls().atFraction(0) >= 19, "later calls");
            Double switched = costs.switching().quantile(Quantile.P50);
            assertNotNull(switched);
            assertTrue(switched < 1, "a switch takes " + switched + " ms");
        }
    }

    @Test
    void firstCalls_openConnectionsAndLaterOnesDoNot() throws Exception {
        try (Simulator simulator = Simulator.start();
                CountingProxy proxy = new CountingProxy(simulator.port())) {
            assertNull(bench(proxy.baseUrl(), "some-key").measure(TARGET).trouble());
            // 4 for the credential, 4 for first calls, 1 for all later ones
            assertEquals(9, proxy.connections());
        }
    }

    @Test
    void wrongKey_isTroubleThatDoesNotNameIt() {
        try (Simulator simulator = Simulator.start()) {
            Switching costs = bench(simulator.baseUrl(), "bad-secret").measure(TARGET);
            assertNotNull(costs.trouble());
            assertTrue(costs.trouble().contains("401"), costs.trouble());
            assertTrue(!costs.trouble().contains("bad-secret"), costs.trouble());
            assertEquals(200, costs.creation().count());
            assertEquals(0, costs.firstCall().count());
        }
    }

    private static SwitchBench bench(String baseUrl, String key) {
        Plan plan = new Plan(
                List.of("Hello"), Pace::closed, 1, 6, null, 0, false, Duration.ofSeconds(10), GenerationOptions.none());
        return new SwitchBench(
                () -> ProviderRegistry.builder()
                        .environment(variable -> null)
                        .key("openai", key)
                        .baseUrl("openai", URI.create(baseUrl + "/v1"))
                        .build(),
                plan,
                4,
                () -> false);
    }
}

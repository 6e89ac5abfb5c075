package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Latency;
import io.agenticraft.simulator.SimulatorOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProvidersTest {
    @Test
    void simulator_playsAllThreeAndNobodyElseIsAsked() {
        try (Providers providers = Providers.simulated(SimulatorOptions.defaults());
                ProviderRegistry registry = providers.registry()) {
            assertEquals(Report.Against.SIMULATOR, providers.against());
            for (String target : new String[] {"openai:a", "anthropic:a", "ollama:a"}) {
                URI endpoint = registry.resolve(target).provider().endpoint();
                assertNotNull(endpoint);
                assertEquals("127.0.0.1", endpoint.getHost(), target);
                Agent agent = Agent.builder().registry(registry).model(target).build();
                assertTrue(!agent.run("Hello").text().isEmpty(), target);
            }
        }
    }

    @Test
    void live_takesUrlsFromTheEnvironment() {
        Map<String, String> environment = Map.of("OLLAMA_HOST", "http://localhost:7");
        try (Providers providers = Providers.live(environment::get);
                ProviderRegistry registry = providers.registry()) {
            assertEquals(Report.Against.LIVE, providers.against());
            assertEquals(Map.of(), providers.settings());
            assertEquals(
                    URI.create("http://localhost:7"),
                    registry.resolve("ollama:a").provider().endpoint());
        }
    }

    @Test
    void latencies_areDescribedForPeople() {
        assertEquals("at once", Providers.describe(Latency.none()));
        assertEquals(
                "uniform, low 5.0 ms, high 30.0 ms",
                Providers.describe(Latency.uniform(Duration.ofMillis(5), Duration.ofMillis(30))));
    }

    @Test
    void simulator_saysItsPace() {
        try (Providers providers = Providers.simulated(Providers.usualSimulator())) {
            String pace = providers.settings().get("Simulator");
            assertNotNull(pace);
            assertEquals(
                    "first token lognormal, median 60.0 ms, sigma 0.4; between tokens fixed, 2.5 ms; 40 tokens per answer;"
                            + " seed 1",
                    pace);
        }
    }
}

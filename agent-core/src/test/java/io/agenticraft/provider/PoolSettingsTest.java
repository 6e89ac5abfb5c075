package io.agenticraft.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds that a provider has where nothing else is said, and those that make no sense. */
class PoolSettingsTest {
    @ParameterizedTest
    @CsvSource({"openai, 100, 20, 30", "anthropic, 50, 10, 60", "ollama, 100, 20, 60"})
    void figuresOfTheGuide_areTheDefaults(String provider, int connections, int kept, int seconds) {
        ProviderSpec spec = ProviderSpec.of(provider, URI.create("https://host.example"), null);

        assertEquals(connections, spec.pool().maxConnections());
        assertEquals(kept, spec.pool().keepAliveConnections());
        assertEquals(Duration.ofSeconds(seconds), spec.timeouts().acquire());
        assertEquals(Duration.ofSeconds(seconds), spec.timeouts().idle());
    }

    @Test
    void specification_overridesThem() {
        PoolSettings mine = PoolSettings.defaults().withConnections(3, 1).withMaxPending(0);
        ProviderSpec spec = ProviderSpec.of("openai", URI.create("https://host.example"), null)
                .withPool(mine)
                .withTimeouts(Timeouts.defaults().withAcquire(Duration.ofMillis(1)));

        assertEquals(mine, spec.pool());
        assertEquals(Duration.ofMillis(1), spec.timeouts().acquire());
        assertTrue(spec.toString().contains("maxConnections=3"), spec.toString());
    }

    @Test
    void boundsThatLetNothingThrough_areRefused() {
        PoolSettings settings = PoolSettings.defaults();
        assertThrows(IllegalArgumentException.class, () -> settings.withConnections(0, 0));
        assertThrows(IllegalArgumentException.class, () -> settings.withConnections(1, -1));
        assertThrows(IllegalArgumentException.class, () -> settings.withMaxPending(-1));
        assertThrows(IllegalArgumentException.class, () -> settings.withKeepAlive(Duration.ZERO));
    }

    @Test
    void timeoutThatIsNone_isNamed() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Timeouts.defaults().withFirstByte(Duration.ZERO));

        assertTrue(String.valueOf(refused.getMessage()).contains("firstByte"), refused.toString());
    }

    @Test
    void proxyWithoutAPort_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> HttpProxy.of("host", 0));
        assertThrows(IllegalArgumentException.class, () -> HttpProxy.of(" ", 80));
    }
}

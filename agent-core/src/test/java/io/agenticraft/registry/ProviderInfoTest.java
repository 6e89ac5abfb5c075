package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What a registry says of providers. */
class ProviderInfoTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Farm farm = new Farm();
    private final Map<String, String> environment = new ConcurrentHashMap<>(Map.of("FARM_API_KEY", "sk-old"));
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(environment::get)
            .factory(farm.factory)
            .clocks(System::nanoTime, () -> NOON)
            .build();

    private static ErrorDetails details(int status, String message) {
        return new ErrorDetails("farm", message, status, null, null, null, null, false, null);
    }

    private CompletableFuture<ModelResponse> called(Binding binding) {
        assertFalse(Farm.call(binding).isDone());
        return farm.lastCall();
    }

    @Test
    void unknownProvider_isNotInstalled() {
        ProviderInfo info = registry.providerInfo("nobody");
        assertFalse(info.installed());
        assertFalse(info.configured());
        Check.contains("providers are [anthropic, farm, ollama, openai]", info.missing());
    }

    @Test
    void missingSetting_isNamedWithoutBuilding() {
        ProviderInfo info = registry.providerInfo("openai");
        assertTrue(info.installed());
        assertFalse(info.configured());
        Check.contains("OPENAI_API_KEY", info.missing());
        assertNull(info.health());
        environment.put("OPENAI_API_KEY", "sk-late");
        assertTrue(registry.providerInfo("openai").configured());
    }

    @Test
    void configuredProvider_saysWhereItIs() {
        environment.put("FARM_BASE_URL", "https://farm.test/v1?sig=secret");
        ProviderInfo info = registry.providerInfo("farm");
        assertTrue(info.configured());
        assertNull(info.missing());
        assertEquals(URI.create("https://farm.test:443/v1"), info.endpoint());
        Check.containsNot("secret", info.toString());
        assertEquals(0, farm.built.size());
    }

    @Test
    void available_areAllInstalledOnes() {
        assertEquals(
                "[anthropic, farm, ollama, openai]",
                registry.availableProviders().stream()
                        .map(ProviderInfo::name)
                        .toList()
                        .toString());
    }

    @Test
    void health_isThatOfTheLastCall() {
        Binding bound = registry.resolve("farm:m");
        assertNull(registry.providerInfo("farm").health());
        Farm.call(bound).cancel(true);
        assertNull(registry.providerInfo("farm").health());
        called(bound).complete(Answers.text("ok"));
        assertEquals(new Health(true, NOON, null), registry.providerInfo("farm").health());
        called(bound).completeExceptionally(new ConnectionException(details(0, "farm is gone"), null));
        assertEquals(
                new Health(false, NOON, "ConnectionException: farm is gone"),
                registry.providerInfo("farm").health());
        called(bound).completeExceptionally(Answers.rateLimited());
        assertEquals(new Health(true, NOON, null), registry.providerInfo("farm").health());
    }

    @Test
    void specUnderItsOwnName_callsItselfSo() {
        ProviderRegistry named = farm.builder()
                .spec("groq", ProviderSpec.of("farm", URI.create("https://groq.test"), "sk-g"))
                .build();
        assertEquals("groq", named.resolve("groq:llama").provider().name());
        assertEquals("farm", named.providerInfo("groq").factory());
    }
}

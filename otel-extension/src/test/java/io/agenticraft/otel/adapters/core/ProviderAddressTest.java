package io.agenticraft.otel.adapters.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1,openai,api.openai.com,443",
        "http://localhost:11434,fake,localhost,11434",
        "http://my_ollama:11434/api,fake,my_ollama,11434",
        "http://gateway,fake,gateway,80"
    })
    void endpoint_isHostAndPort(String url, String provider, String host, int port) {
        assertEquals(
                new ProviderAddress("fake", provider, host, port), ProviderAddress.of(new Placed(URI.create(url))));
    }

    @Test
    void providerWithoutAPlace_hasNone() {
        assertNull(ProviderAddress.of(new Placed(null)).host());
        assertNull(ProviderAddress.of(new Placed(URI.create("urn:somewhere"))).host());
    }

    private record Placed(@Nullable URI endpoint) implements ModelProvider {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            throw new UnsupportedOperationException();
        }
    }
}

package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.genai.Failures;
import io.agenticraft.provider.ModelProvider;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Who is called, and where. */
record ProviderAddress(String provider, @Nullable String host, int port) {

    private static final ProviderAddress UNKNOWN = new ProviderAddress("unknown", null, 0);

    static ProviderAddress of(ModelProvider provider) {
        try {
            return read(provider);
        } catch (RuntimeException e) {
            Failures.count(e);
            return UNKNOWN;
        }
    }

    private static ProviderAddress read(ModelProvider provider) {
        URI endpoint = provider.endpoint();
        if (endpoint == null || endpoint.getHost() == null) {
            return new ProviderAddress(provider.name(), null, 0);
        }
        return new ProviderAddress(provider.name(), endpoint.getHost(), port(endpoint));
    }

    private static int port(URI endpoint) {
        if (endpoint.getPort() >= 0) {
            return endpoint.getPort();
        }
        return "http".equalsIgnoreCase(endpoint.getScheme()) ? 80 : 443;
    }
}

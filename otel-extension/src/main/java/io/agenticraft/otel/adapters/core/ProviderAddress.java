package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.genai.Failures;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.Origin;
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
        if (endpoint == null || endpoint.getRawAuthority() == null) {
            return new ProviderAddress(provider.name(), null, 0);
        }
        Origin origin = Origin.of(endpoint);
        return new ProviderAddress(provider.name(), origin.host(), origin.port());
    }
}

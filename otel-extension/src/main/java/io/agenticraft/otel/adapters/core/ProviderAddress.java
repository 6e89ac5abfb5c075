package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.genai.BoundedCache;
import io.agenticraft.otel.genai.Failures;
import io.agenticraft.otel.genai.ProviderNames;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.Origin;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who is called, and where.
 *
 * @param name what the application calls the provider
 * @param provider what the conventions call it
 */
record ProviderAddress(
        String name, String provider, @Nullable String host, int port) {
    private static final int MAX_PLACES = 1000;
    private static final ProviderAddress UNKNOWN = new ProviderAddress("unknown", "unknown", null, 0);
    /** Taken apart once: this is on every call's way. */
    private static final BoundedCache<Place, ProviderAddress> KNOWN =
            new BoundedCache<>(MAX_PLACES, ProviderAddress::read);

    private record Place(String name, @Nullable URI endpoint) {}

    static ProviderAddress of(ModelProvider provider) {
        try {
            return KNOWN.get(new Place(provider.name(), provider.endpoint()));
        } catch (RuntimeException e) {
            Failures.count(e);
            return UNKNOWN;
        }
    }

    private static ProviderAddress read(Place place) {
        URI endpoint = place.endpoint;
        if (endpoint == null || endpoint.getRawAuthority() == null) {
            return new ProviderAddress(place.name, ProviderNames.of(place.name, null), null, 0);
        }
        Origin origin = Origin.of(endpoint);
        return new ProviderAddress(
                place.name, ProviderNames.of(place.name, origin.host()), origin.host(), origin.port());
    }
}

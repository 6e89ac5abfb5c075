package io.agenticraft.otel.adapters.openai;

import io.agenticraft.otel.genai.ProviderNames;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a client sends its requests, and whose API that is.
 *
 * @param provider the value of {@code gen_ai.provider.name}
 * @param host the server's name, or null if it cannot be told
 * @param port the server's port, 443 or 80 where the address names none
 */
record Endpoint(String provider, @Nullable String host, int port) {
    static Endpoint unknown(boolean azure) {
        return new Endpoint(azure ? ProviderNames.AZURE_OPENAI : ProviderNames.OPENAI, null, 443);
    }

    /** Reads {@code baseUrl}; {@code azure} says that the client's settings are for Azure, whatever the address. */
    static Endpoint of(String baseUrl, boolean azure) {
        URI uri;
        try {
            uri = URI.create(baseUrl);
        } catch (IllegalArgumentException notAnAddress) {
            return unknown(azure);
        }
        String host = uri.getHost();
        if (host == null) {
            return unknown(azure);
        }
        String name = host.toLowerCase(Locale.ROOT);
        return new Endpoint(azure ? ProviderNames.AZURE_OPENAI : provider(name), name, port(uri));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }

    /** Whoever else speaks this API is called {@code openai}, as the conventions ask. */
    private static String provider(String host) {
        String known = ProviderNames.ofHost(host);
        return known == null ? ProviderNames.OPENAI : known;
    }
}

package io.agenticraft.otel.adapters.openai;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a client sends its requests, and whose API that is.
 *
 * @param provider the value of {@code gen_ai.provider.name}
 * @param host the server's name, or null if it cannot be told
 * @param port the server's port, 443 or 80 where the address names none
 */
record Endpoint(String provider, @Nullable String host, int port) {
    static final String OPENAI = "openai";
    static final String AZURE = "azure.ai.openai";

    /** By the end of the host's name. Whoever else speaks this API is called {@link #OPENAI}, as the conventions ask. */
    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry(".openai.azure.com", AZURE),
            Map.entry(".cognitiveservices.azure.com", AZURE),
            Map.entry(".azure-api.net", AZURE),
            Map.entry(".services.ai.azure.com", AZURE),
            Map.entry(".groq.com", "groq"),
            Map.entry(".deepseek.com", "deepseek"),
            Map.entry(".mistral.ai", "mistral_ai"),
            Map.entry(".x.ai", "x_ai"),
            Map.entry(".perplexity.ai", "perplexity"),
            Map.entry(".moonshot.ai", "moonshot_ai"),
            Map.entry(".moonshot.cn", "moonshot_ai"),
            Map.entry(".cohere.ai", "cohere"),
            Map.entry(".cohere.com", "cohere"),
            Map.entry(".anthropic.com", "anthropic"),
            Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
            Map.entry("aiplatform.googleapis.com", "gcp.vertex_ai"));

    static Endpoint unknown(boolean azure) {
        return new Endpoint(azure ? AZURE : OPENAI, null, 443);
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
        return new Endpoint(azure ? AZURE : provider(name), name, port(uri));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    }

    private static String provider(String host) {
        for (Map.Entry<String, String> known : PROVIDERS.entrySet()) {
            if (host.endsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return host.startsWith("bedrock") && host.endsWith(".amazonaws.com") ? "aws.bedrock" : OPENAI;
    }
}

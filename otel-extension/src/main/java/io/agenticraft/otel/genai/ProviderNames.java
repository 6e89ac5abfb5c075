package io.agenticraft.otel.genai;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who a provider is in the conventions' words, by where it is called or by what people call it. */
public final class ProviderNames {
    public static final String OPENAI = "openai";
    public static final String AZURE_OPENAI = "azure.ai.openai";

    /** By the end of the host's name. */
    private static final Map<String, String> HOSTS = Map.ofEntries(
            Map.entry(".openai.com", OPENAI),
            Map.entry(".openai.azure.com", AZURE_OPENAI),
            Map.entry(".cognitiveservices.azure.com", AZURE_OPENAI),
            Map.entry(".azure-api.net", AZURE_OPENAI),
            Map.entry(".services.ai.azure.com", AZURE_OPENAI),
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

    /** What people call providers for which the conventions have a name that is spelt otherwise. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("azure", AZURE_OPENAI),
            Map.entry("azure-openai", AZURE_OPENAI),
            Map.entry("azure_openai", AZURE_OPENAI),
            Map.entry("bedrock", "aws.bedrock"),
            Map.entry("aws-bedrock", "aws.bedrock"),
            Map.entry("gemini", "gcp.gemini"),
            Map.entry("vertex", "gcp.vertex_ai"),
            Map.entry("vertexai", "gcp.vertex_ai"),
            Map.entry("vertex_ai", "gcp.vertex_ai"),
            Map.entry("vertex-ai", "gcp.vertex_ai"),
            Map.entry("mistral", "mistral_ai"),
            Map.entry("mistralai", "mistral_ai"),
            Map.entry("moonshot", "moonshot_ai"),
            Map.entry("kimi", "moonshot_ai"),
            Map.entry("watsonx", "ibm.watsonx.ai"),
            Map.entry("xai", "x_ai"),
            Map.entry("x.ai", "x_ai"),
            Map.entry("grok", "x_ai"));

    private ProviderNames() {}

    /** Whose host that is, or null where nobody known is there. */
    public static @Nullable String ofHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> known : HOSTS.entrySet()) {
            if (name.endsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return name.startsWith("bedrock") && name.endsWith(".amazonaws.com") ? "aws.bedrock" : null;
    }

    /**
     * The provider that an application calls {@code name}: known by its host, else by the name, which stays as it is where the
     * conventions have no other.
     */
    public static String of(String name, @Nullable String host) {
        String known = host == null ? null : ofHost(host);
        return known != null ? known : SPELLINGS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }
}

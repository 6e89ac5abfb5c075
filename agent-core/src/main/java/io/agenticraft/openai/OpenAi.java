package io.agenticraft.openai;

import io.agenticraft.http.EnvironmentProxy;
import io.agenticraft.http.EnvironmentUrl;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions, and every service with the same interface: Groq, Mistral, OpenRouter, Ollama's {@code /v1} and
 * others, by their base URL; under names of their own they are {@link #compatible}.
 *
 * <p>Azure is one of them at {@code https://NAME.openai.azure.com/openai/v1}. With a version, as in
 * {@code https://NAME.openai.azure.com/openai?api-version=2024-10-21}, it is asked at the path of the deployment that has the
 * model's name. Either way the key goes into the header {@code api-key}; a token of Entra ID is a header {@code authorization}
 * of the specification.
 *
 * <p>{@value #KEY} is the key; it may be missing only where {@value #BASE_URL} names another host than OpenAI's. That
 * variable includes {@code /v1} and defaults to {@value #DEFAULT_BASE_URL}.
 *
 * <p>{@code maxTokens} is sent as {@code max_completion_tokens} to OpenAI and Azure, whose reasoning models refuse
 * {@code max_tokens}, and as {@code max_tokens} to all other hosts. Options that the host or its model lacks
 * ({@code topK}, {@code reasoningTokens}, a temperature for a model that reasons) go by
 * {@code GenerationOptions.onUnsupported}; a host that has them takes them by {@code GenerationOptions.extra}. A JSON
 * schema is sent as strict where it keeps the rules of OpenAI's strict mode. Of several choices the first counts.
 */
public final class OpenAi implements ProviderFactory {
    static final String NAME = "openai";
    static final String KEY = "OPENAI_API_KEY";
    static final String BASE_URL = "OPENAI_BASE_URL";
    private static final String OWN = "(gpt-(3\\.5|[4-9]|audio|chat-|realtime)|chatgpt-|o[1-9]\\d*(?![\\w.]))[\\w.-]*";
    private static final Pattern OWN_MODELS = Pattern.compile(OWN + "|ft:" + OWN + "(:.*)?");
    static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

    /**
     * A host with OpenAI's interface under a name of its own: {@code compatible("groq", "https://api.groq.com/openai/v1")} reads
     * {@code GROQ_API_KEY} and {@code GROQ_BASE_URL}. The key may be missing only at http URLs.
     *
     * @param name what stands before the colon
     * @param baseUrl where its interface begins unless the variable says otherwise
     * @throws IllegalArgumentException if the name is blank or holds a colon, or the URL is no http or https URL
     */
    public static ProviderFactory compatible(String name, String baseUrl) {
        return new CompatibleHost(name, baseUrl);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderSpec fromEnvironment(Environment environment) {
        URI url = EnvironmentUrl.read(environment, BASE_URL, DEFAULT_BASE_URL);
        @Nullable String key = EnvironmentUrl.value(environment, KEY);
        if (key == null && Dialect.of(url).requiresKey()) {
            throw EnvironmentUrl.missingKey(KEY, url, BASE_URL);
        }
        return EnvironmentUrl.spec(name(), url, key, KEY).withProxy(EnvironmentProxy.of(environment, url));
    }

    /**
     * Names of OpenAI's own hosted models; {@code gpt-oss}, {@code gpt-2} and the like are run by others, and others write
     * {@code gpt-35-turbo} and {@code gpt-4o:extended}.
     */
    @Override
    public boolean recognises(String model) {
        return OWN_MODELS.matcher(model).matches();
    }

    @Override
    public ModelProvider create(ProviderSpec spec) {
        return new OpenAiProvider(spec);
    }
}

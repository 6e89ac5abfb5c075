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
 * OpenAI's chat completions, and every service with the same interface: Azure ({@code https://NAME.openai.azure.com/openai/v1}),
 * Groq, Mistral, OpenRouter, Ollama's {@code /v1} and others, by their base URL.
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
    static final String KEY = "OPENAI_API_KEY";
    static final String BASE_URL = "OPENAI_BASE_URL";
    private static final Pattern OWN_MODELS =
            Pattern.compile("(ft:)?(gpt-([3-9]|audio|chat-|realtime)|chatgpt-|o[1-9]\\d*(-|$|:)).*");
    static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

    @Override
    public String name() {
        return "openai";
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

    /** Names of OpenAI's own hosted models; {@code gpt-oss}, {@code gpt-2} and the like are run by others. */
    @Override
    public boolean recognises(String model) {
        return OWN_MODELS.matcher(model).matches();
    }

    @Override
    public ModelProvider create(ProviderSpec spec) {
        return new OpenAiProvider(spec);
    }
}

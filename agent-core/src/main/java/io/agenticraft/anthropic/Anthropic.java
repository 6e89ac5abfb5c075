package io.agenticraft.anthropic;

import io.agenticraft.http.EnvironmentProxy;
import io.agenticraft.http.EnvironmentUrl;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.Origin;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Anthropic's messages.
 *
 * <p>{@value #KEY} is the key; it may be missing only where {@value #BASE_URL} names another host than Anthropic's.
 * That variable comes without {@code /v1}, as Anthropic's own clients want it (with it is fine too), and defaults to
 * {@value #DEFAULT_BASE_URL}.
 *
 * <p>Anthropic requires a bound of output tokens: where {@code maxTokens} is not set it is
 * {@value MessagesRequest#DEFAULT_MAX_TOKENS}, and the reasoning's budget on top. {@code reasoningTokens} asks for
 * thinking with that budget and {@code reasoningLevel} for adaptive thinking with that effort; where a model takes only
 * one of them the other is translated. {@code none} turns thinking off. Options that the model lacks go by
 * {@code GenerationOptions.onUnsupported}. An answer in JSON needs a schema; without one the request fails before it is
 * sent. System messages are collected at the front.
 * Blocks of tools that run at Anthropic are kept as they came and go back to it.
 */
public final class Anthropic implements ProviderFactory {
    private static final Pattern OWN_MODELS = Pattern.compile("claude-(2(\\.\\d)?|instant-1(\\.\\d)?|[a-z\\d-]+)");
    static final String NAME = "anthropic";
    static final String KEY = "ANTHROPIC_API_KEY";
    static final String BASE_URL = "ANTHROPIC_BASE_URL";
    static final String DEFAULT_BASE_URL = "https://api.anthropic.com";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderSpec fromEnvironment(Environment environment) {
        URI url = EnvironmentUrl.read(environment, BASE_URL, DEFAULT_BASE_URL);
        @Nullable String key = EnvironmentUrl.value(environment, KEY);
        if (key == null && Origin.of(url).host().endsWith("anthropic.com")) {
            throw EnvironmentUrl.missingKey(KEY, url, BASE_URL);
        }
        return EnvironmentUrl.spec(name(), url, key, KEY).withProxy(EnvironmentProxy.of(environment, url));
    }

    /** Names that begin with {@code claude-}, as Anthropic writes them: others put dots, {@code @} and colons into them. */
    @Override
    public boolean recognises(String model) {
        return OWN_MODELS.matcher(model).matches();
    }

    @Override
    public ModelProvider create(ProviderSpec spec) {
        return new AnthropicProvider(spec);
    }
}

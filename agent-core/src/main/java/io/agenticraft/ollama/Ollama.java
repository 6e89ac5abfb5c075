package io.agenticraft.ollama;

import io.agenticraft.http.EnvironmentProxy;
import io.agenticraft.http.EnvironmentUrl;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Ollama's {@code /api/chat}.
 *
 * <p>{@value #HOST} says where it is, in the forms that Ollama itself reads: {@code host}, {@code host:port},
 * {@code http://host:port/path}; {@code 0.0.0.0} means this machine; the default is {@code http://127.0.0.1:11434}.
 * {@value #KEY}, for ollama.com, may be missing.
 *
 * <p>{@code reasoningLevel} becomes {@code think}: the level itself for gpt-oss models, which know levels, {@code false}
 * for {@code none}, and {@code true} for all else. There are no {@code reasoningTokens}, no {@code parallelToolCalls}
 * and no forced tool choice: they go by {@code GenerationOptions.onUnsupported}; a choice of none leaves the tools out, and
 * a choice of one leaves the others out. Images go by value only: one by URL fails before it is sent, or becomes words
 * where it belongs to an earlier exchange. An entry {@code options} of {@code GenerationOptions.extra} is merged into
 * Ollama's options, such as {@code num_ctx}.
 */
public final class Ollama implements ProviderFactory {
    static final String NAME = "ollama";
    static final String HOST = "OLLAMA_HOST";
    static final String KEY = "OLLAMA_API_KEY";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String baseUrlVariable() {
        return HOST;
    }

    @Override
    public ProviderSpec fromEnvironment(Environment environment) {
        @Nullable String host = EnvironmentUrl.value(environment, HOST);
        URI url = OllamaHost.parse(host == null ? "" : host);
        return EnvironmentUrl.spec(name(), url, EnvironmentUrl.value(environment, KEY), KEY)
                .withProxy(EnvironmentProxy.of(environment, url));
    }

    /** Names as Ollama's library writes them, such as {@code llama3.2}, {@code qwen3:8b} or {@code me/mine:latest}. */
    @Override
    public boolean recognises(String model) {
        return OllamaNames.matches(model);
    }

    @Override
    public ModelProvider create(ProviderSpec spec) {
        return new OllamaProvider(spec);
    }
}

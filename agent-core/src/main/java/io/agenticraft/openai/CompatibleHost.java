package io.agenticraft.openai;

import io.agenticraft.http.EnvironmentProxy;
import io.agenticraft.http.EnvironmentUrl;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.Origin;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A host with OpenAI's interface, under its own name and with variables of that name. */
final class CompatibleHost implements ProviderFactory {
    private final String name;
    private final String baseUrl;

    CompatibleHost(String name, String baseUrl) {
        if (name.isBlank() || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("\"" + name + "\" cannot stand before the colon of a model's name");
        }
        Origin.of(URI.create(baseUrl));
        this.name = name;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProviderSpec fromEnvironment(Environment environment) {
        URI url = EnvironmentUrl.read(environment, baseUrlVariable(), baseUrl);
        @Nullable String key = EnvironmentUrl.value(environment, keyVariable());
        if (key == null && Origin.of(url).isTls()) {
            throw EnvironmentUrl.missingKey(keyVariable(), url, baseUrlVariable());
        }
        return EnvironmentUrl.spec(name, url, key, keyVariable()).withProxy(EnvironmentProxy.of(environment, url));
    }

    @Override
    public ModelProvider create(ProviderSpec spec) {
        return new OpenAiProvider(spec);
    }
}

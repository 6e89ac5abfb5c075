package io.agenticraft.registry;

import io.agenticraft.provider.ProviderFactory;
import org.jspecify.annotations.Nullable;

/** An environment in which one provider's key and base URL come from the program. */
record Overlay(
        ProviderFactory.Environment environment,
        ProviderFactory factory,
        @Nullable String key,
        @Nullable String baseUrl)
        implements ProviderFactory.Environment {

    @Override
    public @Nullable String get(String variable) {
        if (key != null && variable.equals(factory.keyVariable())) {
            return key;
        }
        if (baseUrl != null && variable.equals(factory.baseUrlVariable())) {
            return baseUrl;
        }
        return environment.get(variable);
    }

    @Override
    public String toString() {
        return "Overlay[" + factory.name() + "]";
    }
}

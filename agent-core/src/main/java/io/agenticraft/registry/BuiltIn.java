package io.agenticraft.registry;

import io.agenticraft.anthropic.Anthropic;
import io.agenticraft.ollama.Ollama;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ProviderFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The providers that come with this library. */
final class BuiltIn {
    private BuiltIn() {}

    static Map<String, ProviderFactory> factories() {
        return byName(List.of(new OpenAi(), new Anthropic(), new Ollama()));
    }

    private static Map<String, ProviderFactory> byName(List<ProviderFactory> factories) {
        Map<String, ProviderFactory> byName = new HashMap<>();
        factories.forEach(factory -> byName.put(factory.name(), factory));
        return byName;
    }
}

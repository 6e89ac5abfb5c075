package io.agenticraft.registry;

import io.agenticraft.provider.ProviderFactory;
import java.util.Map;

/** The providers that come with this library. */
final class BuiltIn {
    private BuiltIn() {}

    static Map<String, ProviderFactory> factories() {
        return Map.of();
    }
}

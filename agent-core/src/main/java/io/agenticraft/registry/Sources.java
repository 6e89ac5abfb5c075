package io.agenticraft.registry;

import io.agenticraft.provider.ProviderFactory;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers who can be asked for: built in, found by {@code ServiceLoader}, and registered, the later before the earlier. */
final class Sources {
    private final ProviderRegistry.Builder from;
    private final Map<String, ProviderFactory> factories = new TreeMap<>(BuiltIn.factories());
    private final Source.Clocks clocks;

    private Sources(ProviderRegistry.Builder from) {
        this.from = from;
        clocks = new Source.Clocks(from.nanoClock, from.wallClock, from.rereadAfter);
        for (ProviderFactory found : ServiceLoader.load(ProviderFactory.class)) {
            factories.put(found.name(), found);
        }
        factories.putAll(from.factories);
    }

    static Map<String, Source> of(ProviderRegistry.Builder from) {
        return new Sources(from).gather();
    }

    private Map<String, Source> gather() {
        Map<String, Source> sources = new TreeMap<>();
        factories.forEach((name, factory) -> sources.put(name, ofEnvironment(name, factory)));
        from.specs.forEach((name, spec) -> sources.put(name, ofProgram(name, spec)));
        from.keys.keySet().forEach(this::known);
        from.baseUrls.keySet().forEach(this::known);
        return Collections.unmodifiableMap(sources);
    }

    private Source ofProgram(String name, NamedSpec spec) {
        String advice = "Its settings are what ProviderRegistry.builder().spec(\"" + name + "\", ...) was given";
        return new Source(name, known(spec.interfaceOf()), spec.supplier(), advice, clocks);
    }

    private Source ofEnvironment(String name, ProviderFactory factory) {
        String key = from.keys.get(name);
        String call = "ProviderRegistry.builder().key(\"" + name + "\", ...)";
        Overlay overlaid = new Overlay(from.environment, factory, key, text(from.baseUrls.get(name)));
        if (key == null) {
            return new Source(name, factory, () -> factory.fromEnvironment(overlaid), "In a program: " + call, clocks);
        }
        String given = "the key that " + call + " was given";
        return new Source(
                name,
                factory,
                () -> factory.fromEnvironment(overlaid).withCredentialFrom(given),
                "In place of that variable stands " + given,
                clocks);
    }

    private static @Nullable String text(@Nullable URI url) {
        return url == null ? null : url.toString();
    }

    private ProviderFactory known(String name) {
        ProviderFactory factory = factories.get(name);
        if (factory == null) {
            throw new IllegalArgumentException("Unknown provider \"" + name + "\"; known are " + factories.keySet());
        }
        return factory;
    }
}

package io.agenticraft.registry;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From names such as {@code openai:gpt-4o} to provider instances. An instance is made when it is first asked for, and
 * kept until the registry is closed; making one sends nothing. Safe for use by many threads.
 */
public final class ProviderRegistry implements AutoCloseable {
    private final Map<String, Source> sources;
    private final Map<String, ModelProvider> instances = new ConcurrentHashMap<>();
    private boolean closed;

    private ProviderRegistry(Map<String, Source> sources) {
        this.sources = sources;
    }

    /** The built-in providers and those that {@code ServiceLoader} finds, set up by the process's environment. */
    public static ProviderRegistry create() {
        return builder().build();
    }

    /** Like {@link #create()}, but one for the whole process, which lives as long as it. Not to be closed. */
    public static ProviderRegistry shared() {
        return Shared.REGISTRY;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The names that may stand before the colon, sorted. */
    public List<String> providers() {
        return List.copyOf(sources.keySet());
    }

    /**
     * The provider and model of a name.
     *
     * @param name {@code provider:model}; the model may hold further colons
     * @throws IllegalArgumentException if the name is malformed or the provider unknown
     * @throws IllegalStateException if a setting of the provider is missing or malformed, or the registry is closed
     */
    public Binding resolve(String name) {
        int colon = name.indexOf(':');
        if (colon <= 0 || colon == name.length() - 1) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is not of the form provider:model, such as openai:gpt-4o;" + " providers are " + providers());
        }
        return new Binding(instance(name.substring(0, colon), name), name.substring(colon + 1));
    }

    private ModelProvider instance(String provider, String name) {
        ModelProvider instance = instances.get(provider);
        return instance != null ? instance : build(provider, name);
    }

    /** One at a time, so that nothing is built twice or after the end; a failure leaves nothing behind. */
    private synchronized ModelProvider build(String provider, String name) {
        if (closed) {
            throw new IllegalStateException("The provider registry is closed");
        }
        ModelProvider instance = instances.get(provider);
        if (instance == null) {
            instance = source(provider, name).build();
            instances.put(provider, instance);
        }
        return instance;
    }

    private Source source(String provider, String name) {
        Source source = sources.get(provider);
        if (source == null) {
            throw new IllegalArgumentException("Unknown provider \"" + provider + "\" in \"" + name + "\"; known are "
                    + providers() + ". Others are added with ProviderRegistry.builder().factory(...) or .spec(...)");
        }
        return source;
    }

    /** Closes all instances; names resolve no longer. */
    @Override
    public synchronized void close() {
        closed = true;
        RuntimeException failure = null;
        for (ModelProvider instance : new ArrayList<>(instances.values())) {
            try {
                instance.close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        instances.clear();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        return "ProviderRegistry" + providers();
    }

    private static final class Shared {
        static final ProviderRegistry REGISTRY = create();
    }

    /** Collects a {@link ProviderRegistry}. What is set here goes before the environment. */
    public static final class Builder {
        private final Map<String, ProviderFactory> factories = new TreeMap<>();
        private final Map<String, ProviderSpec> specs = new HashMap<>();
        private final Map<String, String> keys = new HashMap<>();
        private final Map<String, URI> baseUrls = new HashMap<>();
        private ProviderFactory.Environment environment = System::getenv;

        private Builder() {}

        /** A provider of one's own; it replaces a built-in one of the same name. */
        public Builder factory(ProviderFactory factory) {
            factories.put(factory.name(), factory);
            return this;
        }

        /** A provider's key. It is sent to that provider's base URL only. */
        public Builder key(String provider, String secret) {
            keys.put(provider, secret);
            return this;
        }

        /** Where a provider is, such as a proxy. */
        public Builder baseUrl(String provider, URI url) {
            baseUrls.put(provider, url);
            return this;
        }

        /**
         * Everything about one instance, under a name of its own: {@code spec("groq", ProviderSpec.of("openai", url,
         * key))} is asked for as {@code groq:llama-3.3-70b}.
         */
        public Builder spec(String name, ProviderSpec spec) {
            if (name.isBlank() || name.indexOf(':') >= 0) {
                throw new IllegalArgumentException("\"" + name + "\" cannot stand before the colon of a model's name");
            }
            specs.put(name, spec);
            return this;
        }

        /** Where keys and URLs are looked up that are not set here; by default the process's environment. */
        public Builder environment(ProviderFactory.Environment value) {
            environment = value;
            return this;
        }

        /**
         * Makes it.
         *
         * @throws IllegalArgumentException if a key, URL or specification is for a provider that is not known
         */
        public ProviderRegistry build() {
            Map<String, ProviderFactory> known = new TreeMap<>(BuiltIn.factories());
            for (ProviderFactory found : ServiceLoader.load(ProviderFactory.class)) {
                known.put(found.name(), found);
            }
            known.putAll(factories);
            Map<String, Source> sources = new TreeMap<>();
            known.forEach((name, factory) -> sources.put(name, source(factory)));
            specs.forEach((name, spec) -> sources.put(name, new Source(known(known, spec.provider()), () -> spec)));
            keys.keySet().forEach(name -> known(known, name));
            baseUrls.keySet().forEach(name -> known(known, name));
            return new ProviderRegistry(sources);
        }

        private Source source(ProviderFactory factory) {
            ProviderFactory.Environment overlaid =
                    new Overlay(environment, factory, keys.get(factory.name()), text(baseUrls.get(factory.name())));
            return new Source(factory, () -> factory.fromEnvironment(overlaid));
        }

        private static @Nullable String text(@Nullable URI url) {
            return url == null ? null : url.toString();
        }

        private static ProviderFactory known(Map<String, ProviderFactory> known, String name) {
            ProviderFactory factory = known.get(name);
            if (factory == null) {
                throw new IllegalArgumentException("Unknown provider \"" + name + "\"; known are " + known.keySet());
            }
            return factory;
        }
    }
}

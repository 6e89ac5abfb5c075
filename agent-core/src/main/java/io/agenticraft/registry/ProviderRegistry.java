package io.agenticraft.registry;

import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderHandle;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * From names such as {@code openai:gpt-4o} to provider instances. An instance is made when it is first asked for, which
 * sends nothing, and kept as long as it is among those used most. One that is no longer kept is closed after its last
 * call in flight; a binding to it goes on working, its next call makes the instance anew. Safe for use by many threads.
 *
 * <p>Settings are read when a name is first resolved, and again when a run begins, or {@link #resolve} is asked, after a
 * call was refused for its credential, after {@link Builder#rereadAfter}, or after {@link #refresh}. Where they changed, the
 * name leads to another instance, and so do the bindings that were resolved before: their next run goes there. A run in
 * flight keeps the settings with which it began. Where settings cannot be read any longer, {@link #resolve} fails and
 * {@link #providerInfo} tells; runs go on with the last ones, and the log says so.
 */
public final class ProviderRegistry implements AutoCloseable {
    /** Instances that are kept unless the builder says otherwise: {@value}. */
    public static final int DEFAULT_MAX_INSTANCES = 5;

    /** Seconds after which settings are read anew unless the builder says otherwise: {@value}. */
    public static final int DEFAULT_REREAD_SECONDS = 60;

    /** Names come from callers, who may make them up: beyond this many they are all forgotten, and found anew. */
    private static final int MAX_NAMES = 1_000;

    private final Map<String, Source> sources;
    private final Names names;
    private final Instances instances;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    /** What a name led to, as long as the specification is the one that was current then. */
    private record Known(Binding binding, Instance instance, InstanceKey key, Source source, ProviderSpec spec) {

        /** The older binding, which follows: whoever compares bindings sees no change where there is none. */
        Known ledBy(Known newer) {
            return new Known(binding, newer.instance, newer.key, newer.source, newer.spec);
        }
    }

    private ProviderRegistry(Map<String, Source> sources, Names names, Instances instances) {
        this.sources = sources;
        this.names = names;
        this.instances = instances;
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
     * The provider and model of a name. Closing the binding's provider does nothing: the registry does that.
     *
     * @param name {@code provider:model}, where the model may hold further colons; or an alias; or, if the registry
     *     detects providers, a model's bare name that one provider alone recognises
     * @throws IllegalArgumentException if the name means nothing or several things; the message lists what it could be
     * @throws IllegalStateException if a setting of the provider is missing or malformed, or the registry is closed
     */
    public Binding resolve(String name) {
        Known found = known.get(name);
        return found != null && found.source.isCurrent(found.spec) && instances.touch(found.key, found.instance)
                ? found.binding
                : find(name);
    }

    private Binding find(String name) {
        Explanation explanation = names.explain(name);
        Source source = Objects.requireNonNull(sources.get(explanation.provider()));
        ProviderSpec spec = source.read();
        InstanceKey key = InstanceKey.of(spec, explanation.model());
        Instance instance = instances.acquire(key, () -> source.build(spec));
        try {
            ManagedProvider now = new ManagedProvider(instances, source, key, spec, instance.provider());
            NamedProvider provider = new NamedProvider(instances, source, explanation.model(), now);
            return remember(name, new Known(new Binding(provider, explanation.model()), instance, key, source, spec));
        } finally {
            instance.release();
        }
    }

    private Binding remember(String name, Known found) {
        if (known.size() >= MAX_NAMES) {
            known.clear();
        }
        return Objects.requireNonNull(known.merge(name, found, Known::ledBy)).binding;
    }

    /**
     * Which model a name means and why, without reading settings or building anything.
     *
     * @throws IllegalArgumentException as {@link #resolve} does
     */
    public Explanation describe(String name) {
        return names.explain(name);
    }

    /**
     * What is known of a provider, whose settings are read for it; nothing is built or sent.
     *
     * @param provider what stands before the colon; one that is not installed is described as such
     */
    public ProviderInfo providerInfo(String provider) {
        Source source = sources.get(provider);
        return source != null
                ? source.info()
                : new ProviderInfo(
                        provider, null, false, false, "not installed; providers are " + providers(), null, null);
    }

    /** {@link #providerInfo} of all installed providers, sorted by name. */
    public List<ProviderInfo> availableProviders() {
        List<ProviderInfo> all = new ArrayList<>();
        sources.values().forEach(source -> all.add(source.info()));
        return List.copyOf(all);
    }

    /** Has all settings read anew, each when it is next asked for: keys may have changed. */
    public void refresh() {
        sources.values().forEach(Source::doubt);
    }

    /**
     * Whether the instance that a binding leads to is kept at this moment; one that is not is built anew by its next call, and
     * its connections are gone if no other instance used them.
     */
    public boolean keeps(Binding binding) {
        return binding.provider() instanceof ProviderHandle handle
                && handle.pinned() instanceof ManagedProvider managed
                && managed.isKeptBy(instances);
    }

    int namesKnown() {
        return known.size();
    }

    /** Closes all instances, those with calls in flight after the last of these; names resolve no longer. */
    @Override
    public void close() {
        instances.close();
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
        final Map<String, ProviderFactory> factories = new HashMap<>();
        final Map<String, NamedSpec> specs = new HashMap<>();
        final Map<String, String> keys = new HashMap<>();
        final Map<String, URI> baseUrls = new HashMap<>();
        final Map<String, String> aliases = new HashMap<>();
        ProviderFactory.Environment environment = System::getenv;
        Duration rereadAfter = Duration.ofSeconds(DEFAULT_REREAD_SECONDS);
        LongSupplier nanoClock = System::nanoTime;
        InstantSource wallClock = InstantSource.system();
        private int maxInstances = DEFAULT_MAX_INSTANCES;
        private boolean detecting;

        private Builder() {}

        /** A provider of one's own; it replaces a built-in one of the same name. */
        public Builder factory(ProviderFactory factory) {
            factories.put(askable(factory.name()), factory);
            return this;
        }

        /**
         * A provider's key. It is sent to that provider's base URL only.
         *
         * @throws IllegalArgumentException if it is blank, for then another key, from the environment, would be sent
         */
        public Builder key(String provider, String secret) {
            Objects.requireNonNull(secret, () -> "The key of " + provider + " is null");
            if (secret.isBlank()) {
                throw new IllegalArgumentException("The key of " + provider + " is blank");
            }
            keys.put(Objects.requireNonNull(provider, "provider"), secret);
            return this;
        }

        /** Where a provider is, such as a proxy. */
        public Builder baseUrl(String provider, URI url) {
            baseUrls.put(provider, url);
            return this;
        }

        /**
         * Everything about one instance, under a name of its own: {@code spec("groq", ProviderSpec.of("openai", url,
         * key))} is asked for as {@code groq:llama-3.3-70b}. It also calls itself {@code groq} then, in failures and in
         * telemetry; the specification's own name says only whose interface it has.
         */
        public Builder spec(String name, ProviderSpec spec) {
            Objects.requireNonNull(spec, "spec");
            return spec(name, spec.provider(), () -> spec);
        }

        /**
         * The same for settings that change, such as keys from a vault: the supplier is asked when settings are read, and
         * should not take long.
         *
         * @param interfaceOf the provider whose interface it has, such as {@code openai}
         */
        public Builder spec(String name, String interfaceOf, Supplier<ProviderSpec> spec) {
            specs.put(askable(name), new NamedSpec(interfaceOf, spec));
            return this;
        }

        private static String askable(String name) {
            if (name.isEmpty() || name.indexOf(':') >= 0 || !name.strip().equals(name)) {
                throw new IllegalArgumentException("\"" + name + "\" cannot stand before the colon of a model's name");
            }
            return name;
        }

        /** Another name for a target, such as {@code alias("fast", "openai:gpt-4o-mini")}, or for another alias. */
        public Builder alias(String name, String target) {
            aliases.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(target, "target"));
            return this;
        }

        /**
         * Whether a model's bare name, such as {@code gpt-4o}, {@code claude-sonnet-4-5} or {@code llama3.2:3b}, is resolved
         * if exactly one provider recognises it ({@link ProviderFactory#recognises}); by default it is not, and the
         * failure says what it could be. Names registered with {@link #spec} are not considered.
         */
        public Builder detectProviders(boolean value) {
            detecting = value;
            return this;
        }

        /** How many instances are kept; by default {@value #DEFAULT_MAX_INSTANCES}. One per target in steady use is right. */
        public Builder maxInstances(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("At least 1 instance is kept, not " + value);
            }
            maxInstances = value;
            return this;
        }

        /** How long after they were read settings are read again by a run that begins; by default {@value #DEFAULT_REREAD_SECONDS} s. */
        public Builder rereadAfter(Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException("Settings cannot be reread after " + value);
            }
            rereadAfter = value;
            return this;
        }

        /** Where keys and URLs are looked up that are not set here; by default the process's environment. */
        public Builder environment(ProviderFactory.Environment value) {
            environment = value;
            return this;
        }

        Builder clocks(LongSupplier nanos, InstantSource wall) {
            nanoClock = nanos;
            wallClock = wall;
            return this;
        }

        /**
         * Makes it.
         *
         * @throws IllegalArgumentException if a key, URL, specification or alias is for a provider that is not known, or
         *     aliases lead in a circle
         */
        public ProviderRegistry build() {
            Map<String, Source> sources = Sources.of(this);
            Aliases table = Aliases.of(aliases, sources.keySet());
            Names names = new Names(sources, table, detecting);
            table.names().forEach(names::explain);
            return new ProviderRegistry(sources, names, new Instances(maxInstances));
        }
    }
}

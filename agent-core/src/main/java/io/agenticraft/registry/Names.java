package io.agenticraft.registry;

import io.agenticraft.provider.ProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads names. What stands before the first colon counts as a provider if one is known by it; nothing is guessed. */
final class Names {
    private static final Logger LOG = LoggerFactory.getLogger(Names.class);

    private final Map<String, Source> sources;
    private final Aliases aliases;
    private final boolean detecting;

    Names(Map<String, Source> sources, Aliases aliases, boolean detecting) {
        this.sources = sources;
        this.aliases = aliases;
        this.detecting = detecting;
    }

    /**
     * What a name means.
     *
     * @throws IllegalArgumentException if it means nothing or several things; the message lists what it could be
     */
    Explanation explain(String name) {
        List<String> chain = aliases.chain(name);
        if (chain == null) {
            return find(name, name, new ArrayList<>());
        }
        List<String> steps = new ArrayList<>();
        for (int i = 1; i < chain.size(); i++) {
            steps.add(chain.get(i - 1) + " is an alias of " + chain.get(i));
        }
        return find(name, chain.get(chain.size() - 1), steps);
    }

    private Explanation find(String asked, String name, List<String> steps) {
        if (!name.isBlank() && !name.strip().equals(name)) {
            throw new IllegalArgumentException(
                    "\"" + name.strip() + "\" was asked for with white space around it; remove it");
        }
        int colon = name.indexOf(':');
        String provider = colon < 0 ? "" : name.substring(0, colon);
        if (sources.containsKey(provider) && colon < name.length() - 1) {
            Explanation.Via via = steps.isEmpty() ? Explanation.Via.EXPLICIT : Explanation.Via.ALIAS;
            steps.add(name + " names provider and model");
            return new Explanation(asked, provider, name.substring(colon + 1), via, steps);
        }
        List<String> able = recognising(name);
        if (!detecting || able.size() != 1) {
            throw new IllegalArgumentException(complaint(name, provider, able));
        }
        steps.add(name + " is recognised by " + able.get(0) + " alone");
        return new Explanation(asked, able.get(0), name, Explanation.Via.DETECTED, steps);
    }

    /** The vendors that know the model as their own; other names of their interfaces have to be asked for by name. */
    private List<String> recognising(String name) {
        List<String> able = new ArrayList<>();
        sources.forEach((provider, source) -> {
            if (!name.isBlank() && provider.equals(source.factory().name()) && recognises(source.factory(), name)) {
                able.add(provider);
            }
        });
        return able;
    }

    private static boolean recognises(ProviderFactory factory, String name) {
        try {
            return factory.recognises(name);
        } catch (RuntimeException e) {
            LOG.warn("The provider {} failed to say whether a model is its own", factory.name(), e);
            return false;
        }
    }

    private String complaint(String name, String provider, List<String> able) {
        if (detecting && able.size() > 1) {
            return "\"" + name + "\" is ambiguous: it could be " + candidates(name, able) + ". Say which";
        }
        String wrong = provider.isEmpty() || sources.containsKey(provider)
                ? "\"" + name + "\" is not of the form provider:model, such as openai:gpt-4o"
                : "Unknown provider \"" + provider + "\" in \"" + name + "\"";
        return wrong + "; providers are " + sources.keySet() + hint(name, able);
    }

    private String hint(String name, List<String> able) {
        String known = aliases.names().isEmpty() ? "" : ", aliases " + aliases.names();
        return able.isEmpty()
                ? known + ". Others are added with ProviderRegistry.builder().factory(...) or .spec(...)"
                : known + ". It could be " + candidates(name, able) + ": say which, or let the registry detect it with"
                        + " ProviderRegistry.builder().detectProviders(true)";
    }

    private static String candidates(String name, List<String> able) {
        List<String> targets = new ArrayList<>();
        able.forEach(provider -> targets.add(provider + ":" + name));
        return String.join(" or ", targets);
    }
}

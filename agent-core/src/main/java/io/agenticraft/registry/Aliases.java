package io.agenticraft.registry;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that stand for other names, which may be aliases themselves. */
final class Aliases {
    private final Map<String, List<String>> chains;

    private Aliases(Map<String, List<String>> chains) {
        this.chains = chains;
    }

    /**
     * A table whose chains are followed once and for all.
     *
     * @throws IllegalArgumentException if an alias leads back to itself, or hides the explicit names of a provider
     */
    static Aliases of(Map<String, String> table, Set<String> providers) {
        Map<String, List<String>> chains = new HashMap<>();
        table.keySet().forEach(alias -> {
            checkName(alias, providers);
            chains.put(alias, chain(alias, table));
        });
        return new Aliases(chains);
    }

    private static void checkName(String alias, Set<String> providers) {
        int colon = alias.indexOf(':');
        if (alias.isBlank() || (colon >= 0 && providers.contains(alias.substring(0, colon)))) {
            throw new IllegalArgumentException("\"" + alias + "\" cannot be an alias: "
                    + (alias.isBlank() ? "it is blank" : "it names a provider and model already"));
        }
    }

    private static List<String> chain(String alias, Map<String, String> table) {
        Set<String> steps = new LinkedHashSet<>();
        for (String at = alias; at != null; at = table.get(at)) {
            if (!steps.add(at)) {
                throw new IllegalArgumentException(
                        "Aliases lead in a circle: " + String.join(" -> ", steps) + " -> " + at);
            }
        }
        return List.copyOf(steps);
    }

    Set<String> names() {
        return chains.keySet();
    }

    /** From the alias to what it stands for in the end; null where it is none. */
    @Nullable
    List<String> chain(String name) {
        return chains.get(name);
    }
}

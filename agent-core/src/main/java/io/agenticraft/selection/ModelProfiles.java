package io.agenticraft.selection;

import io.agenticraft.table.Row;
import io.agenticraft.table.TextTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The models to choose from, in the order in which equals go first.
 *
 * @param date when the profiles were true
 * @param all each model once
 */
public record ModelProfiles(LocalDate date, List<ModelProfile> all) {
    private static final String RESOURCE = "profiles.txt";
    private static final Set<String> COLUMNS = new LinkedHashSet<>(List.of(
            "provider", "model", "quality", "context", "latency-ms", "first-token-ms", "tokens-per-second", "can"));

    public ModelProfiles {
        all = List.copyOf(all);
        Set<String> names = new LinkedHashSet<>();
        for (ModelProfile one : all) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException(one.name() + " has two profiles; remove one");
            }
        }
    }

    /** Common models of OpenAI, Anthropic and Ollama. What they say of quality and speed is rough. */
    public static ModelProfiles builtIn() {
        return BuiltIn.PROFILES;
    }

    /**
     * The profiles of a file, and no others; see {@link #overlaidBy}.
     *
     * <pre>
     * date 2026-11-24
     * provider model  quality context latency-ms first-token-ms tokens-per-second can
     * openai   gpt-4o 0.7     128000  3000       500            60                tools,images,json-schema
     * </pre>
     *
     * @throws IllegalArgumentException if it cannot be read or is malformed; the message names the line and what to do
     */
    public static ModelProfiles load(Path file) {
        return read(TextTable.load(file, COLUMNS, Set.of()));
    }

    private static ModelProfiles read(TextTable table) {
        Map<String, ModelProfile> profiles = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            ModelProfile profile = profile(row);
            if (profiles.put(profile.name(), profile) != null) {
                throw row.error(profile.name() + " has a profile already; remove one of the two lines");
            }
        }
        return new ModelProfiles(table.date(), new ArrayList<>(profiles.values()));
    }

    private static ModelProfile profile(Row row) {
        String provider = row.requiredText("provider");
        String model = row.requiredText("model");
        double quality = row.requiredNumber("quality");
        long context = (long) row.requiredNumber("context");
        double latency = row.requiredNumber("latency-ms");
        double firstToken = row.requiredNumber("first-token-ms");
        double speed = row.requiredNumber("tokens-per-second");
        Set<Capability> can = capabilities(row);
        try {
            return new ModelProfile(provider, model, quality, context, latency, firstToken, speed, can);
        } catch (IllegalArgumentException e) {
            throw row.error(String.valueOf(e.getMessage()));
        }
    }

    private static Set<Capability> capabilities(Row row) {
        Set<Capability> found = EnumSet.noneOf(Capability.class);
        for (String name : row.list("can")) {
            Capability one = Capability.of(name);
            if (one == null) {
                throw row.error("\"" + name + "\" in column \"can\" is none of tools, images, json-schema, reasoning");
            }
            found.add(one);
        }
        return found;
    }

    /** These profiles, with {@code over}'s in the place of those of the same name and after them. */
    public ModelProfiles overlaidBy(ModelProfiles over) {
        Map<String, ModelProfile> merged = new LinkedHashMap<>();
        all.forEach(profile -> merged.put(profile.name(), profile));
        over.all.forEach(profile -> merged.put(profile.name(), profile));
        return new ModelProfiles(over.date, new ArrayList<>(merged.values()));
    }

    /**
     * These profiles, and after them those of one provider's models under another name, such as a company's gateway to it,
     * which goes to the same models. Their prices are found by {@code PriceTable.pricedAs}.
     *
     * @throws IllegalArgumentException if {@code of} has no profiles, or {@code provider} has one of them already
     */
    public ModelProfiles reachedAs(String provider, String of) {
        List<ModelProfile> more = new ArrayList<>(all);
        all.stream().filter(one -> one.provider().equals(of)).forEach(one -> more.add(one.under(provider)));
        if (more.size() == all.size()) {
            throw new IllegalArgumentException(of + " has no profiles");
        }
        return new ModelProfiles(date, more);
    }

    /**
     * Only these models, such as those of providers that are set up.
     *
     * @param names as {@code provider:model}
     * @throws IllegalArgumentException if one has no profile
     */
    public ModelProfiles only(Collection<String> names) {
        Map<String, ModelProfile> known = new LinkedHashMap<>();
        all.forEach(profile -> known.put(profile.name(), profile));
        for (String name : names) {
            if (!known.containsKey(name)) {
                throw new IllegalArgumentException(
                        name + " has no profile; add it with overlaidBy(...). There are " + known.keySet());
            }
        }
        known.keySet().retainAll(Set.copyOf(names));
        return new ModelProfiles(date, new ArrayList<>(known.values()));
    }

    private static final class BuiltIn {
        static final ModelProfiles PROFILES =
                read(TextTable.resource(ModelProfiles.class, RESOURCE, COLUMNS, Set.of()));
    }
}

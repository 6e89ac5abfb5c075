package io.agenticraft.registry;

import java.util.List;

/**
 * Which model a name means, and why.
 *
 * @param name what was asked for
 * @param provider the provider's name in the registry
 * @param model the model's name as the provider knows it
 * @param via how the name led there; an alias of a bare name counts as detected
 * @param steps the way there, in sentences
 */
public record Explanation(String name, String provider, String model, Via via, List<String> steps) {

    /** The ways from a name to a model. */
    public enum Via {
        /** The name is of the form {@code provider:model}. */
        EXPLICIT,
        /** The name stands in the table of aliases. */
        ALIAS,
        /** One provider alone recognises the model's name as its own. */
        DETECTED
    }

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** {@code provider:model}. */
    public String target() {
        return provider + ":" + model;
    }

    @Override
    public String toString() {
        return target() + " (" + String.join("; ", steps) + ")";
    }
}

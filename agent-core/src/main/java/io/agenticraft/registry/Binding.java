package io.agenticraft.registry;

import io.agenticraft.provider.ModelProvider;
import java.util.Objects;

/**
 * A model at a provider instance: what a run is pinned to.
 *
 * @param provider the instance
 * @param model the model's name as the provider knows it
 */
public record Binding(ModelProvider provider, String model) {
    public Binding {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
    }

    /** {@code provider:model}. */
    @Override
    public String toString() {
        return provider.name() + ":" + model;
    }
}

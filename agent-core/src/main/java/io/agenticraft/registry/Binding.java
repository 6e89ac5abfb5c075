package io.agenticraft.registry;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderHandle;
import java.util.Objects;

/**
 * A model at a provider. Resolved by name it follows the name's settings: each run takes those that the registry knows when
 * it begins, and keeps them, as if it were {@link #pinned}.
 *
 * @param provider the provider
 * @param model the model's name as the provider knows it
 */
public record Binding(ModelProvider provider, String model) {
    public Binding {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
    }

    /**
     * The same, but with the settings of this moment for good: one URL, one credential. What a run does when it begins.
     * A binding that does not come from a registry is pinned already.
     */
    public Binding pinned() {
        ModelProvider kept = provider instanceof ProviderHandle handle ? handle.pinned() : provider;
        return kept.equals(provider) ? this : new Binding(kept, model);
    }

    /** {@code provider:model}. */
    @Override
    public String toString() {
        return provider.name() + ":" + model;
    }
}

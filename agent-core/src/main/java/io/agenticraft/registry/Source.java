package io.agenticraft.registry;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.util.function.Supplier;

/** How an instance comes to be. The specification is read when it is needed: a missing key harms nobody before. */
record Source(ProviderFactory factory, Supplier<ProviderSpec> spec) {

    ModelProvider build() {
        return factory.create(specification());
    }

    private ProviderSpec specification() {
        try {
            return spec.get();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Provider " + factory.name() + " is not set up. " + e.getMessage()
                            + ". In a program: ProviderRegistry.builder().key(\"" + factory.name() + "\", ...)",
                    e);
        }
    }
}

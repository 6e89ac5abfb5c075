package io.agenticraft.policy;

import io.agenticraft.provider.ModelProvider;

/**
 * Puts something between a caller and a provider: a cache, a budget, a measurement. One policy may stand around many
 * providers, which then share its state. What it answers is a {@link ScopedProvider} as a rule.
 */
@FunctionalInterface
public interface ModelPolicy {

    /** The same provider under this policy. */
    ModelProvider around(ModelProvider next);
}

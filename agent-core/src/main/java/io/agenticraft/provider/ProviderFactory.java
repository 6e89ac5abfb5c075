package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** Makes instances of one provider. Implementations are registered by hand or found by {@code ServiceLoader}. */
public interface ProviderFactory {

    /** The name in {@code name:model}, such as {@code openai}. */
    String name();

    /**
     * The specification that the environment gives.
     *
     * @param environment answers an environment variable's value by its name, or null
     * @throws IllegalStateException if a variable is needed and missing, or malformed; the message names it
     */
    ProviderSpec fromEnvironment(Environment environment);

    /** Makes an instance; nothing is sent yet. */
    ModelProvider create(ProviderSpec spec);

    /** Where settings come from. */
    @FunctionalInterface
    interface Environment {
        @Nullable
        String get(String variable);
    }
}

package io.agenticraft.provider;

import java.util.Locale;
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

    /** The environment variable that holds the key, by default such as {@code OPENAI_API_KEY}. */
    default String keyVariable() {
        return name().toUpperCase(Locale.ROOT).replace('-', '_') + "_API_KEY";
    }

    /** The environment variable that holds the base URL, by default such as {@code OPENAI_BASE_URL}. */
    default String baseUrlVariable() {
        return name().toUpperCase(Locale.ROOT).replace('-', '_') + "_BASE_URL";
    }

    /**
     * Whether a bare model name, such as {@code gpt-4o}, is one of this provider's own; by default false. Asked only where a
     * registry detects providers, and to say what a name could be. The stricter, the better: a name that two
     * providers recognise is refused.
     */
    default boolean recognises(String model) {
        return false;
    }

    /** Makes an instance; nothing is sent yet. */
    ModelProvider create(ProviderSpec spec);

    /** Where settings come from. */
    @FunctionalInterface
    interface Environment {
        @Nullable
        String get(String variable);
    }
}

package io.agenticraft.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model's reasoning, kept so that it can be returned to the provider that wrote it.
 *
 * @param text what the model showed of its reasoning; empty where it is redacted
 * @param provider name of the provider that wrote it; a signature means nothing to any other
 * @param signature proof of origin that must be returned unchanged, or null
 * @param redactedData encrypted reasoning that must be returned unchanged, or null
 */
public record Reasoning(
        String text,
        String provider,
        @Nullable String signature,
        @Nullable String redactedData) implements Content {
    public Reasoning {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(provider, "provider");
    }
}

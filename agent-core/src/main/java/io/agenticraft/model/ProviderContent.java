package io.agenticraft.model;

import java.util.Objects;

/**
 * A part of an answer that only its provider understands, such as a search that ran there and its results. It goes back
 * to that provider as it came, and to no other.
 *
 * @param provider name of the provider that wrote it
 * @param kind what the provider calls it, such as {@code web_search_tool_result}
 * @param json a JSON object as text, exactly as the provider wrote it
 */
public record ProviderContent(String provider, String kind, String json) implements Content {
    public ProviderContent {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(json, "json");
    }
}

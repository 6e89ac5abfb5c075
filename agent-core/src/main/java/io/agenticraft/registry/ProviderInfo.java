package io.agenticraft.registry;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a registry knows of a provider, without building or calling it.
 *
 * @param name what stands before the colon
 * @param factory the provider whose interface it has, such as {@code openai} for {@code groq}; null where it is not installed
 * @param installed whether the name is known
 * @param configured whether all its settings are there
 * @param missing which setting is missing or malformed, or who is known instead; null where it is configured
 * @param endpoint its base URL without a query, or null where it is not configured
 * @param health how its last call or probe ended, or null where there was none yet
 */
public record ProviderInfo(
        String name,
        @Nullable String factory,
        boolean installed,
        boolean configured,
        @Nullable String missing,
        @Nullable URI endpoint,
        @Nullable Health health) {}

package io.agenticraft.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the simulator received.
 *
 * @param dialect the API it came through: openai, azure, anthropic or ollama
 * @param query the query string without its question mark, null when there is none
 * @param headers by lower-case name; values of headers that carry credentials are replaced by {@code ***}
 * @param body the body as text
 */
public record RecordedRequest(
        String dialect,
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        String body) {}

package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What telemetry needs to know of a model's answer, read from a library's own types. Null or empty: not said. A view
 * over an answer that is still coming may know more each time it is asked.
 */
public interface InferenceResponse {

    default @Nullable String id() {
        return null;
    }

    default @Nullable String model() {
        return null;
    }

    /** One per answer, in the convention's words; see {@link FinishReasons}. */
    default List<String> finishReasons() {
        return List.of();
    }

    /** All tokens of the input, those read from and written to a cache included. */
    default @Nullable Long inputTokens() {
        return null;
    }

    /** All tokens of the output, reasoning included. */
    default @Nullable Long outputTokens() {
        return null;
    }

    default @Nullable Long cacheReadTokens() {
        return null;
    }

    default @Nullable Long cacheWriteTokens() {
        return null;
    }

    default @Nullable Long reasoningTokens() {
        return null;
    }

    /** What it cost in USD, or null where no price is known. */
    default @Nullable Double cost() {
        return null;
    }

    /** Further attributes under their conventional names. */
    default Attributes extra() {
        return Attributes.empty();
    }
}

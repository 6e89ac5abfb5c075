package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.InferenceResponse;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model response as the conventions see it.
 *
 * @param provider who answered, by the conventions' name
 * @param cost what it cost in USD, or null
 */
record CoreInferenceResponse(
        ModelResponse response, String provider, @Nullable Double cost) implements InferenceResponse {

    @Override
    public @Nullable String id() {
        return response.id();
    }

    @Override
    public @Nullable String model() {
        return response.model();
    }

    @Override
    public List<String> finishReasons() {
        return CoreFinishReasons.of(response.finishReason(), response.rawFinishReason());
    }

    @Override
    public @Nullable Long inputTokens() {
        return response.usage().inputTokens();
    }

    @Override
    public @Nullable Long outputTokens() {
        return response.usage().outputTokens();
    }

    @Override
    public @Nullable Long cacheReadTokens() {
        return response.usage().cacheReadTokens();
    }

    @Override
    public @Nullable Long cacheWriteTokens() {
        return response.usage().cacheWriteTokens();
    }

    @Override
    public @Nullable Long reasoningTokens() {
        return response.usage().reasoningTokens();
    }

    /** What the conventions have names for in OpenAI's answers only; others, too, report a service tier. */
    @Override
    public Attributes extra() {
        if (response.details().isEmpty() || !provider.endsWith("openai")) {
            return Attributes.empty();
        }
        return Attributes.builder()
                .put(GenAi.OPENAI_RESPONSE_SERVICE_TIER, response.details().get("service_tier"))
                .put(
                        GenAi.OPENAI_RESPONSE_SYSTEM_FINGERPRINT,
                        response.details().get("system_fingerprint"))
                .build();
    }
}

package io.agenticraft.model;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model's whole answer.
 *
 * @param id the provider's identifier of the answer, or null where it has none
 * @param model the model that answered, which may be a dated version of the one asked; null where the provider does not say
 * @param message what was said
 * @param finishReason why it stopped
 * @param rawFinishReason the same in the provider's word, or null
 * @param usage tokens
 * @param requestId the provider's identifier of the HTTP request, for its support, or null
 * @param details further facts by the provider's name of them, such as {@code service_tier}
 * @param rateLimits what the provider said of its rate limits, or null
 * @param provider name of the provider that answered where that is another than the one asked, as behind a router; null
 *     where the one asked did
 */
public record ModelResponse(
        @Nullable String id,
        @Nullable String model,
        Message message,
        FinishReason finishReason,
        @Nullable String rawFinishReason,
        Usage usage,
        @Nullable String requestId,
        Map<String, String> details,
        @Nullable RateLimits rateLimits,
        @Nullable String provider) {

    public ModelResponse {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(finishReason, "finishReason");
        Objects.requireNonNull(usage, "usage");
        details = Map.copyOf(details);
    }

    /** An answer whose provider said nothing of rate limits. */
    public ModelResponse(
            @Nullable String id,
            @Nullable String model,
            Message message,
            FinishReason finishReason,
            @Nullable String rawFinishReason,
            Usage usage,
            @Nullable String requestId,
            Map<String, String> details) {
        this(id, model, message, finishReason, rawFinishReason, usage, requestId, details, null, null);
    }

    /** The same answer with these rate limits. */
    public ModelResponse withRateLimits(@Nullable RateLimits limits) {
        return new ModelResponse(
                id, model, message, finishReason, rawFinishReason, usage, requestId, details, limits, provider);
    }

    /**
     * The same answer as that of another provider than the one asked.
     *
     * @param asked what the model was asked as, which stands where the provider does not name the model
     */
    public ModelResponse answeredBy(String other, String asked) {
        return new ModelResponse(
                id,
                model != null ? model : asked,
                message,
                finishReason,
                rawFinishReason,
                usage,
                requestId,
                details,
                rateLimits,
                other);
    }

    /** The answer's text; empty where there is none. */
    public String text() {
        return message.text();
    }
}

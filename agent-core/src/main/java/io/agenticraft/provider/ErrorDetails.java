package io.agenticraft.provider;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.RateLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a provider's failure.
 *
 * @param provider the provider's name
 * @param message what went wrong and what to do, free of secrets
 * @param status the HTTP status, or 0 where none came
 * @param type the provider's word for the kind of failure, such as {@code invalid_request_error}, or null
 * @param code the provider's code, such as {@code invalid_api_key}, or null
 * @param requestId the provider's identifier of the request, or null
 * @param retryAfter how long the provider asks to wait, or null
 * @param retryable whether the same request may succeed later
 * @param partial what had arrived before the failure, or null
 * @param rateLimits what the provider said of its rate limits, or null
 */
public record ErrorDetails(
        String provider,
        String message,
        int status,
        @Nullable String type,
        @Nullable String code,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        boolean retryable,
        @Nullable ModelResponse partial,
        @Nullable RateLimits rateLimits) {
    public ErrorDetails {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(message, "message");
    }

    /** A failure whose provider said nothing of rate limits. */
    public ErrorDetails(
            String provider,
            String message,
            int status,
            @Nullable String type,
            @Nullable String code,
            @Nullable String requestId,
            @Nullable Duration retryAfter,
            boolean retryable,
            @Nullable ModelResponse partial) {
        this(provider, message, status, type, code, requestId, retryAfter, retryable, partial, null);
    }
}

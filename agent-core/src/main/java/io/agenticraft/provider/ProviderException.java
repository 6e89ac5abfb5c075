package io.agenticraft.provider;

import io.agenticraft.model.ModelResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call of a model failed; the subclass says how. Its message and {@code toString} hold no secret. */
public abstract sealed class ProviderException extends RuntimeException
        permits AuthenticationException,
                RateLimitException,
                QuotaExceededException,
                InvalidRequestException,
                NotFoundException,
                OverloadedException,
                ServerException,
                ProviderTimeoutException,
                ConnectionException,
                PoolFullException,
                MalformedResponseException,
                InterruptedStreamException,
                ResponseTooLargeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorDetails details;

    ProviderException(ErrorDetails details, @Nullable Throwable cause) {
        super(details.message(), cause);
        this.details = details;
    }

    /** Everything that is known of the failure. */
    public ErrorDetails details() {
        return details;
    }

    public String provider() {
        return details.provider();
    }

    /** The HTTP status, or 0 where none came. */
    public int status() {
        return details.status();
    }

    /** The provider's code of the failure, else its type, or null. */
    public @Nullable String code() {
        return details.code() != null ? details.code() : details.type();
    }

    public @Nullable String requestId() {
        return details.requestId();
    }

    public @Nullable Duration retryAfter() {
        return details.retryAfter();
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return details.retryable();
    }

    /** What had arrived before the failure, or null. */
    public @Nullable ModelResponse partial() {
        return details.partial();
    }
}

package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** Too many requests or tokens for now: HTTP 429. See {@link #retryAfter()}. */
public final class RateLimitException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public RateLimitException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

package io.agenticraft.resilience;

import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.MalformedResponseException;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.QuotaExceededException;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.provider.ResponseTooLargeException;
import io.agenticraft.provider.ServerException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Failures of providers. */
final class Fails {
    private Fails() {}

    static ErrorDetails details(int status, @Nullable String code, @Nullable Duration retryAfter, boolean retryable) {
        return new ErrorDetails("fake", "it failed: " + status, status, null, code, null, retryAfter, retryable, null);
    }

    static ProviderException server() {
        return new ServerException(details(500, null, null, true), null);
    }

    static ProviderException serverNotToBeRetried() {
        return new ServerException(details(500, null, null, false), null);
    }

    static ProviderException rateLimit(@Nullable Duration retryAfter) {
        return new RateLimitException(details(429, "rate_limit_exceeded", retryAfter, true), null);
    }

    static ProviderException quota() {
        return new QuotaExceededException(details(429, "insufficient_quota", null, false), null);
    }

    static ProviderException overloaded() {
        return new OverloadedException(details(529, "overloaded_error", null, true), null);
    }

    static ProviderException authentication() {
        return new AuthenticationException(details(401, "invalid_api_key", null, false), null);
    }

    static ProviderException notFound() {
        return new NotFoundException(details(404, "model_not_found", null, false), null);
    }

    static ProviderException invalid(int status, @Nullable String code) {
        return new InvalidRequestException(details(status, code, null, false), null);
    }

    static ProviderException conflict() {
        return new InvalidRequestException(details(409, null, null, true), null);
    }

    static ProviderException timeout() {
        return new ProviderTimeoutException(details(0, null, null, true), null);
    }

    static ProviderException connection() {
        return new ConnectionException(details(0, null, null, true), null);
    }

    static ProviderException malformed() {
        return new MalformedResponseException(details(200, null, null, false), null);
    }

    static ProviderException interrupted() {
        return new InterruptedStreamException(details(200, null, null, true), null);
    }

    static ProviderException tooLarge() {
        return new ResponseTooLargeException(details(200, null, null, false), null);
    }
}

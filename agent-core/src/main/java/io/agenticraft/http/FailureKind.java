package io.agenticraft.http;

import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.QuotaExceededException;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.provider.ServerException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of failure that a provider reports, by its status and its words. */
enum FailureKind {
    QUOTA(false),
    AUTHENTICATION(false),
    NOT_FOUND(false),
    INVALID(false),
    CONFLICT(true),
    TIMEOUT(true),
    RATE_LIMIT(true),
    OVERLOADED(true),
    SERVER(true);

    private static final Set<String> QUOTA_WORDS = Set.of(
            "insufficient_quota",
            "billing_error",
            "billing_hard_limit_reached",
            "billing_not_active",
            "enforced_spend_limit_reached");
    private static final Set<String> OVERLOADED_WORDS =
            Set.of("overloaded_error", "overloaded", "server_is_overloaded", "engine_overloaded");

    private final boolean retryable;

    FailureKind(boolean retryable) {
        this.retryable = retryable;
    }

    boolean retryable() {
        return retryable;
    }

    ProviderException exception(ErrorDetails details) {
        return switch (this) {
            case QUOTA -> new QuotaExceededException(details, null);
            case AUTHENTICATION -> new AuthenticationException(details, null);
            case NOT_FOUND -> new NotFoundException(details, null);
            case INVALID, CONFLICT -> new InvalidRequestException(details, null);
            case TIMEOUT -> new ProviderTimeoutException(details, null);
            case RATE_LIMIT -> new RateLimitException(details, null);
            case OVERLOADED -> new OverloadedException(details, null);
            case SERVER -> new ServerException(details, null);
        };
    }

    /** Money first, for it comes with several statuses; then the status; then, after a 200, the words alone. */
    static FailureKind of(int status, ErrorBody error) {
        if (status == 402 || anyIn(error, QUOTA_WORDS)) {
            return QUOTA;
        }
        int known = status >= 400 ? status : statusIn(error.code());
        if (known >= 400) {
            return ofStatus(known, error);
        }
        FailureKind byType = ofWord(error.type());
        return byType != SERVER ? byType : ofWord(error.code());
    }

    private static FailureKind ofStatus(int status, ErrorBody error) {
        return switch (status) {
            case 401, 403 -> AUTHENTICATION;
            case 402 -> QUOTA;
            case 404 -> NOT_FOUND;
            case 408 -> TIMEOUT;
            case 409 -> CONFLICT;
            case 429 -> RATE_LIMIT;
            case 503, 529 -> OVERLOADED;
            default -> status < 500 ? INVALID : anyIn(error, OVERLOADED_WORDS) ? OVERLOADED : SERVER;
        };
    }

    private static FailureKind ofWord(@Nullable String word) {
        if (word == null) {
            return SERVER;
        }
        if (OVERLOADED_WORDS.contains(word)) {
            return OVERLOADED;
        }
        return switch (word) {
            case "authentication_error", "permission_error", "invalid_api_key" -> AUTHENTICATION;
            case "not_found_error", "model_not_found" -> NOT_FOUND;
            case "rate_limit_error", "rate_limit_exceeded" -> RATE_LIMIT;
            case "timeout_error" -> TIMEOUT;
            case "invalid_request_error", "request_too_large", "context_length_exceeded" -> INVALID;
            default -> SERVER;
        };
    }

    private static boolean anyIn(ErrorBody error, Set<String> words) {
        return in(error.type(), words) || in(error.code(), words) || in(error.subCode(), words);
    }

    private static boolean in(@Nullable String word, Set<String> words) {
        return word != null && words.contains(word);
    }

    /** Some gateways put a status into the code of an error that comes after a 200. */
    private static int statusIn(@Nullable String code) {
        return code != null && code.matches("[45]\\d\\d") ? Integer.parseInt(code) : 0;
    }
}

package io.agenticraft.resilience;

import io.agenticraft.policy.RefusedException;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.QuotaExceededException;
import io.agenticraft.provider.ResponseTooLargeException;
import java.util.Locale;
import java.util.Set;

/** What may help after a failure. */
enum Remedy {
    /** Asking the same target again; if that does not help, another one. */
    AGAIN,
    /** Another target; the same one again only where there is no other. */
    ELSEWHERE_OR_AGAIN,
    /** Another target only. */
    ELSEWHERE,
    /** Nothing: the request itself is at fault, or the caller. */
    NONE;

    private static final Set<String> TOO_LONG_CODES =
            Set.of("context_length_exceeded", "request_too_large", "string_above_max_length");
    private static final Set<String> TOO_LONG_WORDS =
            Set.of("prompt is too long", "context length", "context window", "maximum context");
    private static final int PAYLOAD_TOO_LARGE = 413;

    static Remedy of(Throwable failure) {
        if (failure instanceof RefusedException refused) {
            return refused.mayPassElsewhere() ? ELSEWHERE : NONE;
        }
        if (!(failure instanceof ProviderException known) || known instanceof ResponseTooLargeException) {
            return NONE;
        }
        if (known instanceof InvalidRequestException) {
            return ofInvalid(known);
        }
        if (known instanceof AuthenticationException
                || known instanceof QuotaExceededException
                || known instanceof NotFoundException
                || !known.retryable()) {
            return ELSEWHERE;
        }
        return known instanceof ProviderTimeoutException ? ELSEWHERE_OR_AGAIN : AGAIN;
    }

    /** What one provider rejects all reject; except what only this one cannot express, or what is too long for it. */
    private static Remedy ofInvalid(ProviderException failure) {
        if (failure.retryable()) {
            return AGAIN;
        }
        return failure.status() == 0 || isTooLong(failure) ? ELSEWHERE : NONE;
    }

    private static boolean isTooLong(ProviderException failure) {
        String code = failure.code();
        if (failure.status() == PAYLOAD_TOO_LARGE || (code != null && TOO_LONG_CODES.contains(code))) {
            return true;
        }
        String message = failure.details().message().toLowerCase(Locale.ROOT);
        return TOO_LONG_WORDS.stream().anyMatch(message::contains);
    }

    /** Whether a failure says something about its target, rather than about the request or the caller. */
    static boolean blamesTarget(Throwable failure) {
        return failure instanceof ProviderException
                && !(failure instanceof InvalidRequestException)
                && !(failure instanceof ResponseTooLargeException);
    }
}

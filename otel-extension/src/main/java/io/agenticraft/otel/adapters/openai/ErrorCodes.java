package io.agenticraft.otel.adapters.openai;

import com.openai.errors.OpenAIServiceException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What a provider calls a failure: its code, else the HTTP status, else its type where an answer of status 200 failed. */
final class ErrorCodes {
    private static final int FIRST_ERROR = 400;

    private ErrorCodes() {}

    /** The code, or null if the failure is none that the provider has reported. */
    static @Nullable String of(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        try {
            return cause instanceof OpenAIServiceException reported ? code(reported) : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private static @Nullable String code(OpenAIServiceException reported) {
        String code = reported.code().orElse(null);
        if (code != null && !code.isEmpty()) {
            return code;
        }
        return reported.statusCode() >= FIRST_ERROR
                ? Integer.toString(reported.statusCode())
                : reported.type().orElse(null);
    }
}

package io.agenticraft.otel.genai;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code error.type}: {@value GenAi#ERROR_CANCELLED}, else the provider's code, else the exception's
 * class name. A code that does not look like one, and more codes than providers have, give way to the class name, so
 * that the value stays of low cardinality and never quotes a message.
 */
final class ErrorTypes {
    static final int MAX_CODES = 200;
    private static final int MAX_LENGTH = 64;

    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    String of(Throwable failure, @Nullable String code) {
        Throwable cause = unwrap(failure);
        if (cause instanceof CancellationException) {
            return GenAi.ERROR_CANCELLED;
        }
        return code != null && isKnown(code) ? code : cause.getClass().getName();
    }

    /** The failure without the wrapping that futures add. */
    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private boolean isKnown(String code) {
        if (codes.contains(code)) {
            return true;
        }
        return looksLikeCode(code) && codes.size() < MAX_CODES && codes.add(code);
    }

    private static boolean looksLikeCode(String code) {
        return !code.isEmpty()
                && code.length() <= MAX_LENGTH
                && !code.startsWith("sk-")
                && code.chars().allMatch(ErrorTypes::isCodeCharacter);
    }

    private static boolean isCodeCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }
}

package io.agenticraft.benchmark.load;

import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.QuotaExceededException;
import java.util.Locale;

/** Names failures. */
final class Errors {
    private Errors() {}

    /** A failure's kind in words, such as {@code rate limit (429)}. */
    static String type(Throwable failure) {
        String words = failure.getClass()
                .getSimpleName()
                .replaceAll("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        int status = failure instanceof ProviderException e ? e.status() : 0;
        return status == 0 ? words : words + " (" + status + ")";
    }

    /** What a failure says; providers' failures hold no secrets. */
    static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Whether every further request would fail likewise: nobody there, no such model, not with this key. */
    static boolean isHopeless(Throwable failure) {
        return failure instanceof AuthenticationException
                || failure instanceof NotFoundException
                || failure instanceof QuotaExceededException
                || failure instanceof ConnectionException;
    }
}

package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The answer is larger than the limit set for it. */
public final class ResponseTooLargeException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public ResponseTooLargeException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** No answer within the time allowed. */
public final class ProviderTimeoutException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public ProviderTimeoutException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

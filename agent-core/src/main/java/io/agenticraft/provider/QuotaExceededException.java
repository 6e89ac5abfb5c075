package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The account's money or quota is used up; waiting does not help. */
public final class QuotaExceededException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public QuotaExceededException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

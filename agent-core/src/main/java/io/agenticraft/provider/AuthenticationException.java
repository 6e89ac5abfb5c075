package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The credential is missing, wrong or not allowed to do this: HTTP 401 and 403. */
public final class AuthenticationException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public AuthenticationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

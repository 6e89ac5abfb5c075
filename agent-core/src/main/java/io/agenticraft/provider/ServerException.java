package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The provider failed: HTTP 5xx, or an error after a status of 200. */
public final class ServerException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public ServerException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

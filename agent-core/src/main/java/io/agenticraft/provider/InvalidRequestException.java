package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The provider rejects the request as it stands: HTTP 400, 413, 422 and kin. */
public final class InvalidRequestException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public InvalidRequestException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The model or the address does not exist: HTTP 404. */
public final class NotFoundException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

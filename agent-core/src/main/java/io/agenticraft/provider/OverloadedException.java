package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The provider has no capacity at the moment: HTTP 503 and 529. */
public final class OverloadedException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public OverloadedException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

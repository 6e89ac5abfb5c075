package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The connection could not be made, or broke before an answer began. */
public final class ConnectionException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public ConnectionException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

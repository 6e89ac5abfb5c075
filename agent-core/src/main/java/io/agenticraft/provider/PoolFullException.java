package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** All connections are in use and as many calls as may wait for one do: nothing was sent. */
public final class PoolFullException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public PoolFullException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

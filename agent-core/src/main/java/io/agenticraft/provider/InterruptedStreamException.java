package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The stream ended before the answer was complete. See {@link #partial()}. */
public final class InterruptedStreamException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public InterruptedStreamException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

package io.agenticraft.provider;

import org.jspecify.annotations.Nullable;

/** The answer is not what the provider's interface promises. */
public final class MalformedResponseException extends ProviderException {
    private static final long serialVersionUID = 1L;

    public MalformedResponseException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }
}

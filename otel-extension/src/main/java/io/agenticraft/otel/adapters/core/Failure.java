package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Causes;
import io.agenticraft.provider.ProviderException;
import org.jspecify.annotations.Nullable;

/** What is known of a failure beyond its class. */
final class Failure {
    private Failure() {}

    /** The provider's code, or null. */
    static @Nullable String code(Throwable failure) {
        return Causes.of(failure) instanceof ProviderException provider ? provider.code() : null;
    }

    /** What had arrived, or null. */
    static @Nullable ModelResponse partial(Throwable failure) {
        return Causes.of(failure) instanceof ProviderException provider ? provider.partial() : null;
    }
}

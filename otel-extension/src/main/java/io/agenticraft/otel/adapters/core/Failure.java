package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ProviderException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What is known of a failure beyond its class. */
final class Failure {
    private Failure() {}

    /** The provider's code, or null. */
    static @Nullable String code(Throwable failure) {
        return unwrap(failure) instanceof ProviderException provider ? provider.code() : null;
    }

    /** What had arrived, or null. */
    static @Nullable ModelResponse partial(Throwable failure) {
        return unwrap(failure) instanceof ProviderException provider ? provider.partial() : null;
    }

    private static @Nullable Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

package io.agenticraft.otel.testing;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.provider.RateLimitException;
import org.jspecify.annotations.Nullable;

/** Failures of providers, with a secret in every message. */
public final class Failing {
    public static final String SECRET = "sk-hidden and what the user said";

    private Failing() {}

    public static RateLimitException rateLimit(@Nullable String code) {
        return new RateLimitException(details(429, code, null), null);
    }

    public static InterruptedStreamException cut(ModelResponse partial) {
        return new InterruptedStreamException(details(0, null, partial), null);
    }

    private static ErrorDetails details(int status, @Nullable String code, @Nullable ModelResponse partial) {
        return new ErrorDetails("openai", SECRET, status, null, code, null, null, true, partial);
    }
}

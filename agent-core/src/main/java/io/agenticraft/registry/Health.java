package io.agenticraft.registry;

import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.provider.ResponseTooLargeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last call or probe of a provider ended. A refusal that is about one request or its pace (malformed, unknown
 * model, too many) counts as healthy: the provider was there and took the credential.
 *
 * @param healthy whether it would take calls
 * @param at when that call or probe ended
 * @param problem why it would not, free of secrets; null where it is healthy
 */
public record Health(boolean healthy, Instant at, @Nullable String problem) {

    /** What the end of a call tells; null where it tells nothing, as a cancellation does. */
    static @Nullable Health of(@Nullable Throwable failure, Instant at) {
        if (failure == null
                || failure instanceof RateLimitException
                || failure instanceof InvalidRequestException
                || failure instanceof NotFoundException
                || failure instanceof ResponseTooLargeException) {
            return new Health(true, at, null);
        }
        return failure instanceof ProviderException
                ? new Health(false, at, failure.getClass().getSimpleName() + ": " + failure.getMessage())
                : null;
    }
}

package io.agenticraft.provider;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a provider instance is made from.
 *
 * @param provider the provider's name, such as {@code openai}
 * @param baseUrl where its interface begins, such as {@code https://api.openai.com/v1}
 * @param credential the secret, bound to that URL's origin, or null where none is needed
 * @param headers further HTTP headers of every request
 * @param timeouts how long calls may take
 * @param maxResponseBytes upper bound of one answer's size
 */
public record ProviderSpec(
        String provider,
        URI baseUrl,
        @Nullable Credential credential,
        Map<String, String> headers,
        Timeouts timeouts,
        long maxResponseBytes) {

    /** {@value}: 32 MiB. */
    public static final long DEFAULT_MAX_RESPONSE_BYTES = 32L * 1024 * 1024;

    public ProviderSpec {
        Objects.requireNonNull(provider, "provider");
        Credential.originOf(baseUrl);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(timeouts, "timeouts");
    }

    public static ProviderSpec of(String provider, URI baseUrl, @Nullable String secret) {
        return new ProviderSpec(
                provider,
                baseUrl,
                secret == null ? null : Credential.of(secret, baseUrl),
                Map.of(),
                Timeouts.defaults(),
                DEFAULT_MAX_RESPONSE_BYTES);
    }

    /** Header values may be secrets too: only their names are printed. */
    @Override
    public String toString() {
        return "ProviderSpec[" + provider + " at " + baseUrl + ", credential " + credential + ", headers "
                + headers.keySet() + ", " + timeouts + "]";
    }
}

package io.agenticraft.provider;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a provider instance is made from.
 *
 * @param provider the provider's name, such as {@code openai}
 * @param baseUrl where its interface begins, such as {@code https://api.openai.com/v1}, without user and password
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
        if (baseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The base URL of " + provider + " holds a user or password, which are not sent; give a header");
        }
        headers = Map.copyOf(headers);
        headers.forEach(ProviderSpec::checkHeader);
        Objects.requireNonNull(timeouts, "timeouts");
        if (maxResponseBytes < 1) {
            throw new IllegalArgumentException("maxResponseBytes must be positive: " + maxResponseBytes);
        }
    }

    /** Early, for on the wire it would fail each call; and without the value, which may be a secret. */
    private static void checkHeader(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(ProviderSpec::isInName)) {
            throw new IllegalArgumentException("Not a header's name: \"" + name + "\"");
        }
        if (value.chars().anyMatch(c -> c > 0xff || c == 0x7f || (c < 0x20 && c != '\t'))) {
            throw new IllegalArgumentException(
                    "The header " + name + " holds a character that no header has, such as a line break");
        }
    }

    private static boolean isInName(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
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

    /** Header values and a query may be secrets too: of the headers only the names are printed, of the URL all before it. */
    @Override
    public String toString() {
        String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
        return "ProviderSpec[" + provider + " at " + Credential.originOf(baseUrl) + path + ", credential " + credential
                + ", headers " + headers.keySet() + ", " + timeouts + "]";
    }
}

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
 * @param pool the bounds of its connections
 * @param tls whom it trusts
 * @param proxy what stands between, or null; {@code fromEnvironment} of the built-in providers reads the environment's
 */
public record ProviderSpec(
        String provider,
        URI baseUrl,
        @Nullable Credential credential,
        Map<String, String> headers,
        Timeouts timeouts,
        long maxResponseBytes,
        PoolSettings pool,
        TlsSettings tls,
        @Nullable HttpProxy proxy) {

    /** {@value}: 32 MiB. */
    public static final long DEFAULT_MAX_RESPONSE_BYTES = 32L * 1024 * 1024;

    public ProviderSpec {
        Objects.requireNonNull(provider, "provider");
        Origin origin = Origin.of(baseUrl);
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
        Objects.requireNonNull(tls, "tls");
        if (pool.protocol() == PoolSettings.Protocol.HTTP_2_CLEARTEXT && origin.isTls()) {
            throw new IllegalArgumentException(
                    "HTTP_2_CLEARTEXT is for http URLs; an https server such as " + origin + " is asked by HTTP_2");
        }
    }

    /** A specification with the connection bounds of its provider, the JDK's trust and no proxy. */
    public ProviderSpec(
            String provider,
            URI baseUrl,
            @Nullable Credential credential,
            Map<String, String> headers,
            Timeouts timeouts,
            long maxResponseBytes) {
        this(
                provider,
                baseUrl,
                credential,
                headers,
                timeouts,
                maxResponseBytes,
                PoolSettings.defaultsFor(provider),
                TlsSettings.defaults(),
                null);
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

    /**
     * A specification with the defaults of its provider: for {@code openai} 100 connections of which 20 are kept alive,
     * and 30 s for a free one and between two pieces of an answer; for {@code anthropic} 50, 10 and 60 s. See
     * {@link PoolSettings#defaultsFor} and {@link Timeouts#defaultsFor}.
     */
    public static ProviderSpec of(String provider, URI baseUrl, @Nullable String secret) {
        return new ProviderSpec(
                provider,
                baseUrl,
                secret == null ? null : Credential.of(secret, baseUrl),
                Map.of(),
                Timeouts.defaultsFor(provider),
                DEFAULT_MAX_RESPONSE_BYTES);
    }

    public ProviderSpec withHeaders(Map<String, String> value) {
        return new ProviderSpec(provider, baseUrl, credential, value, timeouts, maxResponseBytes, pool, tls, proxy);
    }

    /** Another credential, which belongs to the base URL's origin. */
    public ProviderSpec withCredential(@Nullable Credential value) {
        return new ProviderSpec(provider, baseUrl, value, headers, timeouts, maxResponseBytes, pool, tls, proxy);
    }

    /** The same, whose credential, if there is one, says where it {@linkplain Credential#from came from}. */
    public ProviderSpec withCredentialFrom(String where) {
        return credential == null ? this : withCredential(credential.from(where));
    }

    public ProviderSpec withTimeouts(Timeouts value) {
        return new ProviderSpec(provider, baseUrl, credential, headers, value, maxResponseBytes, pool, tls, proxy);
    }

    public ProviderSpec withMaxResponseBytes(long value) {
        return new ProviderSpec(provider, baseUrl, credential, headers, timeouts, value, pool, tls, proxy);
    }

    public ProviderSpec withPool(PoolSettings value) {
        return new ProviderSpec(provider, baseUrl, credential, headers, timeouts, maxResponseBytes, value, tls, proxy);
    }

    public ProviderSpec withTls(TlsSettings value) {
        return new ProviderSpec(provider, baseUrl, credential, headers, timeouts, maxResponseBytes, pool, value, proxy);
    }

    public ProviderSpec withProxy(@Nullable HttpProxy value) {
        return new ProviderSpec(provider, baseUrl, credential, headers, timeouts, maxResponseBytes, pool, tls, value);
    }

    /** Header values and a query may be secrets too: of the headers only the names are printed, of the URL all before it. */
    @Override
    public String toString() {
        String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
        return "ProviderSpec[" + provider + " at " + Credential.originOf(baseUrl) + path + ", credential " + credential
                + ", headers " + headers.keySet() + ", " + timeouts + ", " + pool
                + (tls.equals(TlsSettings.defaults()) ? "" : ", " + tls)
                + (proxy == null ? "" : ", proxy " + proxy) + "]";
    }
}

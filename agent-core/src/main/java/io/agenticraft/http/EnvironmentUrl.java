package io.agenticraft.http;

import io.agenticraft.provider.Origin;
import io.agenticraft.provider.ProviderFactory.Environment;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads a provider's settings from environment variables; what is wrong names the variable and never its secret. */
public final class EnvironmentUrl {
    private EnvironmentUrl() {}

    /** A variable's value without white space around it; null where it is unset or blank. */
    public static @Nullable String value(Environment environment, String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * A base URL.
     *
     * @throws IllegalStateException if the variable holds something else than an http or https URL with a host
     */
    public static URI read(Environment environment, String variable, String fallback) {
        String value = value(environment, variable);
        return value == null ? URI.create(fallback) : parse(value, variable);
    }

    /** The URL in {@code value}, which is that of {@code variable}. */
    public static URI parse(String value, String variable) {
        try {
            URI url = new URI(value);
            if (isHttp(url) && url.getUserInfo() == null) {
                return url;
            }
        } catch (java.net.URISyntaxException e) {
            throw malformed(variable, e);
        }
        throw malformed(variable, null);
    }

    private static boolean isHttp(URI url) {
        try {
            return !Origin.of(url).host().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static IllegalStateException malformed(String variable, @Nullable Exception cause) {
        // The value itself is not repeated, and neither is a cause that would repeat it: it may hold a password.
        String why = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
        return new IllegalStateException("The environment variable " + variable
                + " is not a URL such as https://host:port/path, without user and password" + why);
    }

    /** The failure of a host that needs a key where the environment has none. */
    public static IllegalStateException missingKey(String keyVariable, URI url, String urlVariable) {
        return new IllegalStateException("The environment variable " + keyVariable + " is not set. Set it to a key of "
                + Origin.of(url).host() + ", or set " + urlVariable + " to a host that needs none");
    }

    /** A specification with a key; a key that cannot be one is an {@link IllegalStateException}. */
    public static ProviderSpec spec(String provider, URI url, @Nullable String key, String variable) {
        try {
            return ProviderSpec.of(provider, url, key).withCredentialFrom(variable);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The environment variable " + variable + " cannot be used: " + e.getMessage());
        }
    }
}

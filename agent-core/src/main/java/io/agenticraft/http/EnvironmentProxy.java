package io.agenticraft.http;

import io.agenticraft.provider.HttpProxy;
import io.agenticraft.provider.Origin;
import io.agenticraft.provider.ProviderFactory.Environment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in capitals or small letters, as other programs do:
 * the first is for https URLs, the second for http URLs; the third lists hosts (with their subdomains, and perhaps with
 * a port) that are called directly, or {@code *}. This machine itself is always called directly.
 */
public final class EnvironmentProxy {
    private static final int DEFAULT_PORT = 80;

    private EnvironmentProxy() {}

    /**
     * The proxy for a URL, or null.
     *
     * @throws IllegalStateException if the variable holds something else than {@code http://user:password@host:port},
     *     of which the scheme, the user and the port may be missing
     */
    public static @Nullable HttpProxy of(Environment environment, URI url) {
        Origin origin = Origin.of(url);
        String variable = origin.isTls() ? "HTTPS_PROXY" : "HTTP_PROXY";
        String value = value(environment, variable);
        if (value == null || isLocal(origin.host()) || isExcluded(origin, value(environment, "NO_PROXY"))) {
            return null;
        }
        return parse(value, variable);
    }

    private static @Nullable String value(Environment environment, String variable) {
        String value = EnvironmentUrl.value(environment, variable.toLowerCase(Locale.ROOT));
        return value != null ? value : EnvironmentUrl.value(environment, variable);
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    private static boolean isExcluded(Origin origin, @Nullable String excluded) {
        return excluded != null
                && Arrays.stream(excluded.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .anyMatch(entry -> matches(origin, entry));
    }

    private static boolean matches(Origin origin, String entry) {
        if (entry.isEmpty() || entry.equals("*")) {
            return !entry.isEmpty();
        }
        String host = origin.host();
        String suffix = ":" + origin.port();
        String name = entry.endsWith(suffix) ? entry.substring(0, entry.length() - suffix.length()) : entry;
        String domain = name.startsWith("*.") ? name.substring(1) : name;
        return domain.startsWith(".")
                ? host.endsWith(domain) || host.equals(domain.substring(1))
                : host.equals(domain) || host.endsWith("." + domain);
    }

    private static HttpProxy parse(String value, String variable) {
        try {
            URI url = new URI(value.contains("://") ? value : "http://" + value);
            if ("http".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                return proxy(url);
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw malformed(variable);
        }
        throw malformed(variable);
    }

    private static HttpProxy proxy(URI url) {
        String login = url.getUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        String user = login == null || colon < 0 ? login : login.substring(0, colon);
        String password = login == null || colon < 0 ? null : login.substring(colon + 1);
        return new HttpProxy(url.getHost(), url.getPort() < 0 ? DEFAULT_PORT : url.getPort(), user, password);
    }

    /** Without the value, which may hold a password. */
    private static IllegalStateException malformed(String variable) {
        return new IllegalStateException(
                "The environment variable " + variable + " is no HTTP proxy such as http://user:password@host:port");
    }
}

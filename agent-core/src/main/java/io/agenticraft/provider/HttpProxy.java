package io.agenticraft.provider;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy between this JVM and a provider. An https provider is reached through a tunnel, so that the proxy sees
 * neither prompts nor credentials; an http provider is asked by the proxy, which sees both. The password prints as
 * {@code ***}.
 *
 * @param host its name or address
 * @param port its port
 * @param user the user to log in as, or null
 * @param password that user's password, or null
 */
public record HttpProxy(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    public HttpProxy {
        Objects.requireNonNull(host, "host");
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A proxy needs a host and a port: \"" + host + "\", " + port);
        }
    }

    /** A proxy that asks nobody to log in. */
    public static HttpProxy of(String host, int port) {
        return new HttpProxy(host, port, null, null);
    }

    @Override
    public String toString() {
        return host + ":" + port + (user == null ? "" : ", user " + user + ", password ***");
    }
}

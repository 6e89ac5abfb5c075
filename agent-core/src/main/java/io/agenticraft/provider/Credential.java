package io.agenticraft.provider;

import java.net.URI;
import java.util.Objects;

/**
 * A secret that belongs to one origin (scheme, host and port) and is revealed to no other. Prints as {@code ***}.
 */
public final class Credential {
    private final String secret;
    private final String origin;

    private Credential(String secret, String origin) {
        this.secret = secret;
        this.origin = origin;
    }

    /**
     * A credential for the origin of {@code url}.
     *
     * @throws IllegalArgumentException if the secret is blank or holds a line break, or the url has no host
     */
    public static Credential of(String secret, URI url) {
        Objects.requireNonNull(secret, "secret");
        String trimmed = secret.strip();
        if (trimmed.isEmpty() || trimmed.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new IllegalArgumentException("The credential for " + originOf(url)
                    + " is empty or holds a character that no key has (a space, a line break or a non-ASCII letter)");
        }
        return new Credential(trimmed, originOf(url));
    }

    /** The secret, if {@code url} has the origin that it belongs to. */
    public String revealTo(URI url) {
        if (!originOf(url).equals(origin)) {
            throw new IllegalStateException("A credential of " + origin + " must not be sent to " + originOf(url));
        }
        return secret;
    }

    /**
     * Scheme, host and port in the one form in which origins are compared.
     *
     * @throws IllegalArgumentException if the url is no http or https URL with a host
     */
    public static String originOf(URI url) {
        return Origin.of(url).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credential that && that.secret.equals(secret) && that.origin.equals(origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(secret, origin);
    }

    @Override
    public String toString() {
        return "***";
    }
}

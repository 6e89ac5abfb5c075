package io.agenticraft.provider;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A secret that belongs to one origin (scheme, host and port) and is revealed to no other. Prints as {@code ***}.
 */
public final class Credential {
    private final String secret;
    private final String origin;
    private final @Nullable String source;

    private Credential(String secret, String origin, @Nullable String source) {
        this.secret = secret;
        this.origin = origin;
        this.source = source;
    }

    /**
     * A credential for the origin of {@code url}. White space around the secret is not part of it.
     *
     * @throws IllegalArgumentException if the secret is blank, stands in quotes or holds a line break, or the url has no host
     */
    public static Credential of(String secret, URI url) {
        Objects.requireNonNull(secret, "secret");
        String trimmed = secret.strip();
        if (trimmed.isEmpty() || trimmed.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new IllegalArgumentException("The credential for " + originOf(url)
                    + " is empty or holds a character that no key has (a space, a line break or a non-ASCII letter)");
        }
        if (isQuoted(trimmed)) {
            throw new IllegalArgumentException("The credential for " + originOf(url)
                    + " stands in quotes, which no key has and some readers of settings leave there; remove them");
        }
        return new Credential(trimmed, originOf(url), null);
    }

    private static boolean isQuoted(String secret) {
        return "\"'`".indexOf(secret.charAt(0)) >= 0 || "\"'`".indexOf(secret.charAt(secret.length() - 1)) >= 0;
    }

    /** The same, with a word for failures on where it came from, such as the name of an environment variable. */
    public Credential from(String where) {
        return new Credential(secret, origin, Objects.requireNonNull(where, "where"));
    }

    /** Where it came from, or null where nobody said. */
    public @Nullable String source() {
        return source;
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

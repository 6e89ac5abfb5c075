package io.agenticraft.provider;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a URL leads: what credentials and connections belong to. Prints as {@code https://host:443}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port the URL's, else the scheme's
 */
public record Origin(String scheme, String host, int port) {
    /** What {@link URI} does not know as a host although names of containers look like this: {@code my_ollama:11434}. */
    private static final Pattern NAME_WITH_UNDERSCORES = Pattern.compile("([\\w.-]+)(?::(\\d{1,5}))?");

    private static final int MAX_PORT = 65_535;

    /**
     * The origin of a URL.
     *
     * @throws IllegalArgumentException if it is no http or https URL with a host
     */
    public static Origin of(URI url) {
        Origin origin = parse(url);
        if (origin == null) {
            throw new IllegalArgumentException("Not an absolute http or https URL: " + url.getScheme() + "://...");
        }
        return origin;
    }

    private static @Nullable Origin parse(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return null;
        }
        if (url.getHost() != null) {
            return of(scheme, url.getHost(), url.getPort());
        }
        Matcher name = NAME_WITH_UNDERSCORES.matcher(String.valueOf(url.getRawAuthority()));
        if (url.getRawAuthority() == null || !name.matches()) {
            return null;
        }
        String port = name.group(2);
        return of(scheme, name.group(1), port == null ? -1 : Integer.parseInt(port));
    }

    private static @Nullable Origin of(String scheme, String host, int port) {
        int known = port >= 0 ? port : scheme.equals("https") ? 443 : 80;
        return known > MAX_PORT ? null : new Origin(scheme, host.toLowerCase(Locale.ROOT), known);
    }

    public boolean isTls() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}

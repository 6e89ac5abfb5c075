package io.agenticraft.ollama;

import io.agenticraft.http.EnvironmentUrl;
import java.net.URI;

/** Reads {@code OLLAMA_HOST}. */
final class OllamaHost {
    private static final String LOCAL = "127.0.0.1";

    private OllamaHost() {}

    /**
     * The URL that a value means: without a scheme the port is 11434, with one it is the scheme's.
     *
     * @throws IllegalStateException if the value is no host
     */
    static URI parse(String value) {
        String text = value.replaceAll("^[\"']|[\"']$", "").strip();
        String scheme = "http";
        String port = "11434";
        int colons = text.indexOf("://");
        if (colons >= 0) {
            scheme = text.substring(0, colons);
            port = scheme.equals("https") ? "443" : "80";
            text = text.substring(colons + 3);
        }
        int slash = text.indexOf('/');
        String path = slash < 0 ? "" : text.substring(slash);
        String authority = slash < 0 ? text : text.substring(0, slash);
        return EnvironmentUrl.parse(scheme + "://" + withPort(authority, port) + path, Ollama.HOST);
    }

    private static String withPort(String authority, String defaultPort) {
        int colon = authority.lastIndexOf(':');
        boolean bareIpv6 = colon != authority.indexOf(':') && !authority.contains("]");
        boolean hasPort = colon >= 0 && !bareIpv6 && !authority.endsWith("]");
        String host = hasPort ? authority.substring(0, colon) : bareIpv6 ? "[" + authority + "]" : authority;
        return reachable(host) + ":" + (hasPort ? authority.substring(colon + 1) : defaultPort);
    }

    /** A server listens on all addresses; a client cannot call them all. */
    private static String reachable(String host) {
        return switch (host) {
            case "", "0.0.0.0" -> LOCAL;
            case "[::]" -> "[::1]";
            default -> host;
        };
    }
}

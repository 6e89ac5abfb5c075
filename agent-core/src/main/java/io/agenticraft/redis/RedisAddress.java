package io.agenticraft.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a server is and who calls it, as a URI gives it. Prints without user and password. */
record RedisAddress(
        boolean tls,
        String host,
        int port,
        int database,
        @Nullable String user,
        @Nullable String password) {
    private static final int DEFAULT_PORT = 6379;

    /** What is wrong with a URI is said without the URI, for it may hold a password. */
    static RedisAddress of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !(scheme.equals("redis") || scheme.equals("rediss"))) {
            throw new IllegalArgumentException(
                    "Not the URI of a Redis server: it is written redis://[user:password@]host[:port][/database],"
                            + " or rediss:// for TLS");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The URI of the Redis server at " + host + " has a query or fragment, which mean nothing here");
        }
        String login = uri.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        String user = login == null ? null : colon < 0 ? login : login.substring(0, colon);
        String password = login == null || colon < 0 ? null : login.substring(colon + 1);
        return new RedisAddress(
                scheme.equals("rediss"),
                host,
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                database(uri.getRawPath(), host),
                decoded(user),
                decoded(password));
    }

    private static int database(@Nullable String path, String host) {
        if (path == null || path.isEmpty() || path.equals("/")) {
            return 0;
        }
        try {
            int database = Integer.parseInt(path.substring(1));
            if (database >= 0) {
                return database;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "The path of the Redis server's URI at " + host + " is its database's number, such as /0");
    }

    private static @Nullable String decoded(@Nullable String part) {
        return part == null || part.isEmpty()
                ? null
                : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    RedisAddress withPassword(String value) {
        return new RedisAddress(tls, host, port, database, user, value);
    }

    /** Without user and password. */
    String endpoint() {
        return (tls ? "rediss" : "redis") + "://" + host + ":" + port + (database == 0 ? "" : "/" + database);
    }

    @Override
    public String toString() {
        return endpoint();
    }
}

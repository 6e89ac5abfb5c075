package io.agenticraft.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and who calls it, as a URI gives it. Prints without user and password.
 *
 * @param server such as {@code redis://localhost:6379} or {@code unix:///run/redis.sock}
 */
record RedisAddress(
        String server,
        int database,
        @Nullable String user,
        @Nullable String password) {
    private static final int DEFAULT_PORT = 6379;
    private static final String PLAIN = "redis";
    private static final String TLS = "rediss";
    private static final String UNIX = "unix";
    private static final String DATABASE = "db=";

    /** What is wrong with a URI is said without the URI, for it may hold a password. */
    static RedisAddress of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals(UNIX)) {
            return socket(uri);
        }
        String host = uri.getHost();
        if (host == null || !(scheme.equals(PLAIN) || scheme.equals(TLS))) {
            throw new IllegalArgumentException(
                    "Not the URI of a Redis server: it is written redis://[user:password@]host[:port][/database],"
                            + " rediss:// for TLS, or unix:///path[?db=database]");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The URI of the Redis server at " + host + " has a query or fragment, which mean nothing here");
        }
        String login = uri.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        String user = login == null ? null : colon < 0 ? login : login.substring(0, colon);
        String password = login == null || colon < 0 ? null : login.substring(colon + 1);
        String path = uri.getRawPath();
        return new RedisAddress(
                scheme + "://" + host + ":" + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()),
                path == null || path.isEmpty() || path.equals("/") ? 0 : database(path.substring(1), host),
                decoded(user),
                decoded(password));
    }

    private static RedisAddress socket(URI uri) {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        if (path == null
                || path.length() < 2
                || uri.getRawAuthority() != null
                || uri.getRawFragment() != null
                || !(query == null || query.startsWith(DATABASE))) {
            throw new IllegalArgumentException("Not the URI of a Redis server's socket: it is written"
                    + " unix:///path[?db=database]; user and password are given to the builder");
        }
        int database = query == null ? 0 : database(query.substring(DATABASE.length()), "a socket");
        return new RedisAddress(UNIX + "://" + path, database, null, null);
    }

    private static int database(String number, String where) {
        try {
            int database = Integer.parseInt(number);
            if (database >= 0) {
                return database;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "The URI of the Redis server at " + where + " ends with its database's number, such as /0");
    }

    private static @Nullable String decoded(@Nullable String part) {
        return part == null || part.isEmpty()
                ? null
                : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    boolean isTls() {
        return server.startsWith(TLS + ":");
    }

    RedisAddress with(@Nullable String otherUser, String otherPassword) {
        return new RedisAddress(server, database, otherUser, otherPassword);
    }

    /** Without user and password. */
    String endpoint() {
        String there = server.startsWith(UNIX) ? "?" + DATABASE : "/";
        return database == 0 ? server : server + there + database;
    }

    @Override
    public String toString() {
        return endpoint();
    }
}

package io.agenticraft.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The status and the headers of a response. */
public final class Head {
    private static final CharSequence KEEP_ALIVE = HttpHeaders.createOptimized("keep-alive");
    private static final Pattern KEEP_ALIVE_TIMEOUT = Pattern.compile("timeout=(\\d{1,9})");
    private static final String[] REQUEST_IDS = {"x-request-id", "request-id", "apim-request-id"};

    private final int status;
    private final MultiMap headers;
    private final HttpVersion version;

    Head(int status, MultiMap headers) {
        this(status, headers, HttpVersion.HTTP_1_1);
    }

    private Head(int status, MultiMap headers, HttpVersion version) {
        this.status = status;
        this.headers = headers;
        this.version = version;
    }

    static Head of(HttpClientResponse response) {
        return new Head(response.statusCode(), response.headers(), response.version());
    }

    public int status() {
        return status;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** A header's first value, or null. */
    public @Nullable String header(CharSequence name) {
        return headers.get(name);
    }

    /** The provider's identifier of the request, or null. */
    public @Nullable String requestId() {
        for (String name : REQUEST_IDS) {
            String id = headers.get(name);
            if (id != null && !id.isBlank()) {
                return id;
            }
        }
        return null;
    }

    /** Whether the body says itself where it ends, so that a connection which breaks early can be told from its end. */
    boolean hasExplicitEnd() {
        return version == HttpVersion.HTTP_2
                || headers.contains("content-length")
                || headers.contains("transfer-encoding");
    }

    /** Whether the connection can serve another call once the body has ended. */
    boolean keepsConnection() {
        if (version == HttpVersion.HTTP_2) {
            return true;
        }
        String connection = headers.get(HttpHeaders.CONNECTION);
        return version == HttpVersion.HTTP_1_1
                ? connection == null || !connection.equalsIgnoreCase("close")
                : connection != null && connection.equalsIgnoreCase("keep-alive");
    }

    /** How long the server keeps the connection while it serves nothing, in seconds, or -1 where it does not say. */
    long keepAliveSeconds() {
        String value = headers.get(KEEP_ALIVE);
        Matcher timeout = value == null ? null : KEEP_ALIVE_TIMEOUT.matcher(value);
        return timeout != null && timeout.find() ? Long.parseLong(timeout.group(1)) : -1;
    }
}

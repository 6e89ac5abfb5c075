package io.agenticraft.http;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/** The status and the headers of a response. */
public final class Head {
    private static final String[] REQUEST_IDS = {"x-request-id", "request-id", "apim-request-id"};

    private final int status;
    private final MultiMap headers;

    Head(int status, MultiMap headers) {
        this.status = status;
        this.headers = headers;
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
        return headers.contains("content-length") || headers.contains("transfer-encoding");
    }
}

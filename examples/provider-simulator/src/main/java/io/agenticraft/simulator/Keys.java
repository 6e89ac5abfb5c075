package io.agenticraft.simulator;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which credentials are good, and where they may stand. None is ever stored or logged. */
final class Keys {

    /** Headers whose values never leave the request. */
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "x-api-key", "api-key", "proxy-authorization", "cookie");

    private Keys() {}

    static boolean secret(String header) {
        return SECRET_HEADERS.contains(header.toLowerCase(Locale.ROOT));
    }

    static @Nullable String bearer(MultiMap headers) {
        String value = headers.get("authorization");
        return value != null && value.regionMatches(true, 0, "Bearer ", 0, 7)
                ? value.substring(7).strip()
                : null;
    }

    /** Refuses a missing key where one is needed, and any that begins with {@code bad}. */
    static void check(@Nullable String key, boolean required) {
        if (key == null || key.isEmpty()) {
            if (required) {
                throw Rejection.of(Fault.UNAUTHORIZED, "No API key was provided.");
            }
            return;
        }
        if (key.startsWith("bad")) {
            throw Rejection.of(Fault.UNAUTHORIZED, "Incorrect API key provided.");
        }
    }
}

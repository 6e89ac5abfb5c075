package io.agenticraft.acceptance.jaeger;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways to a Jaeger, in the order in which they are tried. */
enum JaegerKind {
    /** One that runs already. */
    URL,
    /** A container. */
    DOCKER,
    /** A program on this machine. */
    BINARY;

    /** System property that allows one kind only. Default: all. */
    static final String PROPERTY = "jaeger.kind";

    static @Nullable JaegerKind parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(text.trim().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        PROPERTY + "=" + text + " is unknown; valid are url, docker and binary"));
    }
}

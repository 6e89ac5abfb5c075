package io.agenticraft.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * How long it is until a time that a server names. That is told by the server's clock where it sends its {@code Date}: a
 * machine whose own is an hour slow would otherwise wait an hour for what has passed already.
 */
final class ServerTime {
    private final Head head;
    private final InstantSource clock;
    private @Nullable Instant now;

    ServerTime(Head head, InstantSource clock) {
        this.head = head;
        this.clock = clock;
    }

    /** Never negative. */
    Duration until(Instant then) {
        Duration wait = Duration.between(now(), then);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Instant now() {
        Instant known = now;
        if (known == null) {
            Instant date = httpDate(head.header("date"));
            known = date == null ? clock.instant() : date;
            now = known;
        }
        return known;
    }

    /** The time that a header names (RFC 9110, section 5.6.7), or null. */
    static @Nullable Instant httpDate(@Nullable String value) {
        try {
            return value == null
                    ? null
                    : ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

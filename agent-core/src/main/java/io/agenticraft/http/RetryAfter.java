package io.agenticraft.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to wait after a failure, from whichever of its headers says so. */
final class RetryAfter {
    private static final Pattern IN_WORDS = Pattern.compile("try again in ((?:\\d+(?:\\.\\d+)?(?:ms|[hms]))+)");
    private static final String[] OPENAI_BUCKETS = {"requests", "tokens"};
    private static final String[] ANTHROPIC_BUCKETS = {"requests", "tokens", "input-tokens", "output-tokens"};

    private final InstantSource clock;

    RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Null where nothing is said. {@code retry-after-ms} counts only above zero, for Azure sends zero along with a
     * {@code retry-after} of a second.
     */
    @Nullable
    Duration of(Head head, String message) {
        Duration millis = millis(head.header("retry-after-ms"));
        if (millis != null) {
            return millis;
        }
        ServerTime time = new ServerTime(head, clock);
        Duration header = retryAfter(head.header("retry-after"), time);
        if (header != null) {
            return header;
        }
        Matcher words = IN_WORDS.matcher(message);
        return words.find() ? GoDuration.parse(words.group(1)) : exhausted(head, time);
    }

    private static @Nullable Duration millis(@Nullable String value) {
        Duration parsed = value == null ? null : GoDuration.parse(value.strip() + "ms");
        return parsed == null || parsed.isZero() ? null : parsed;
    }

    /** Seconds or an HTTP date. */
    private static @Nullable Duration retryAfter(@Nullable String value, ServerTime time) {
        if (value == null) {
            return null;
        }
        Duration seconds = GoDuration.parse(value.strip());
        if (seconds != null) {
            return seconds;
        }
        Instant date = ServerTime.httpDate(value);
        return date == null ? null : time.until(date);
    }

    /** The longest wait among the buckets of which nothing remains. */
    private static @Nullable Duration exhausted(Head head, ServerTime time) {
        Duration wait = null;
        for (String bucket : OPENAI_BUCKETS) {
            if ("0".equals(head.header("x-ratelimit-remaining-" + bucket))) {
                wait = longer(wait, GoDuration.parse(head.header("x-ratelimit-reset-" + bucket)));
            }
        }
        for (String bucket : ANTHROPIC_BUCKETS) {
            if ("0".equals(head.header("anthropic-ratelimit-" + bucket + "-remaining"))) {
                wait = longer(wait, untilReset(head.header("anthropic-ratelimit-" + bucket + "-reset"), time));
            }
        }
        return wait;
    }

    private static @Nullable Duration longer(@Nullable Duration a, @Nullable Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static @Nullable Duration untilReset(@Nullable String rfc3339, ServerTime time) {
        try {
            return rfc3339 == null
                    ? null
                    : time.until(ZonedDateTime.parse(rfc3339).toInstant());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

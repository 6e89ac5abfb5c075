package io.agenticraft.http;

import io.agenticraft.model.RateLimits;
import io.agenticraft.model.RateLimits.Bucket;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a response says of rate limits: {@code x-ratelimit-remaining-tokens} and its kin of OpenAI, Azure and
 * others, {@code anthropic-ratelimit-tokens-remaining} and its kin of Anthropic.
 */
final class RateLimitHeaders {
    private static final Names REQUESTS = Names.plain("requests");
    private static final Names TOKENS = Names.plain("tokens");
    private static final Names ANTHROPIC_REQUESTS = Names.anthropic("requests");
    private static final Names ANTHROPIC_TOKENS = Names.anthropic("tokens");
    private static final Names ANTHROPIC_INPUT = Names.anthropic("input-tokens");
    private static final Names ANTHROPIC_OUTPUT = Names.anthropic("output-tokens");

    private final InstantSource clock;

    RateLimitHeaders(InstantSource clock) {
        this.clock = clock;
    }

    /** The names of one bucket's headers, made for looking up: this is done for every answer. */
    private record Names(CharSequence limit, CharSequence remaining, CharSequence reset) {
        static Names plain(String bucket) {
            return new Names(
                    name("x-ratelimit-limit-" + bucket),
                    name("x-ratelimit-remaining-" + bucket),
                    name("x-ratelimit-reset-" + bucket));
        }

        static Names anthropic(String bucket) {
            String prefix = "anthropic-ratelimit-" + bucket;
            return new Names(name(prefix + "-limit"), name(prefix + "-remaining"), name(prefix + "-reset"));
        }

        private static CharSequence name(String name) {
            return HttpHeaders.createOptimized(name);
        }
    }

    /** Null where nothing is said. */
    @Nullable
    RateLimits of(Head head) {
        ServerTime time = new ServerTime(head, clock);
        Bucket requests = bucket(head, REQUESTS, time);
        Bucket tokens = bucket(head, TOKENS, time);
        if (requests != null || tokens != null) {
            return new RateLimits(requests, tokens, null, null);
        }
        requests = bucket(head, ANTHROPIC_REQUESTS, time);
        tokens = bucket(head, ANTHROPIC_TOKENS, time);
        Bucket input = bucket(head, ANTHROPIC_INPUT, time);
        Bucket output = bucket(head, ANTHROPIC_OUTPUT, time);
        boolean silent = requests == null && tokens == null && input == null && output == null;
        return silent ? null : new RateLimits(requests, tokens, input, output);
    }

    private @Nullable Bucket bucket(Head head, Names names, ServerTime time) {
        String remaining = head.header(names.remaining);
        String limit = head.header(names.limit);
        if (remaining == null && limit == null) {
            return null;
        }
        return new Bucket(number(limit), number(remaining), reset(head.header(names.reset), time));
    }

    private static long number(@Nullable String value) {
        try {
            return value == null ? Bucket.UNKNOWN : Math.max(Long.parseLong(value.strip()), Bucket.UNKNOWN);
        } catch (NumberFormatException e) {
            return Bucket.UNKNOWN;
        }
    }

    /** A duration, or the time at which it has passed. */
    private static @Nullable Duration reset(@Nullable String value, ServerTime time) {
        Duration duration = GoDuration.parse(value);
        if (value == null || duration != null) {
            return duration;
        }
        try {
            return time.until(Instant.parse(value.strip()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

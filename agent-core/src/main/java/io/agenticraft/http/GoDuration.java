package io.agenticraft.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads durations as Go writes them, which is how OpenAI and others say when a rate limit resets. */
final class GoDuration {
    private static final double NO_UNIT = -1;

    private GoDuration() {}

    /** Such as {@code 12ms}, {@code 1m13.588s}, {@code 14m24s}; a bare number is seconds. Null where it is neither. */
    static @Nullable Duration parse(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        double seconds = 0;
        for (int at = 0; at < value.length(); ) {
            int unit = skip(value, at, true);
            int next = skip(value, unit, false);
            double number = number(value, at, unit);
            double perUnit = secondsPer(value, unit, next);
            if (number < 0 || perUnit < 0) {
                return null;
            }
            seconds += number * perUnit;
            at = next;
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** The first place from {@code at} where the digits and points, or all else, have ended. */
    private static int skip(String value, int at, boolean numeric) {
        int end = at;
        while (end < value.length() && numeric == isNumeric(value.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNumeric(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    /** Digits with one point among them at most; -1 for anything else. */
    private static double number(String value, int start, int end) {
        double number = 0;
        double place = 0;
        for (int i = start; i < end; i++) {
            char c = value.charAt(i);
            if (c == '.' && (place > 0 || i == start || i == end - 1)) {
                return -1;
            }
            if (c == '.') {
                place = 1;
            } else {
                number = number * 10 + (c - '0');
                place *= 10;
            }
        }
        return start == end ? -1 : place > 0 ? number / place : number;
    }

    private static double secondsPer(String value, int start, int end) {
        if (start == end) {
            return 1;
        }
        return switch (value.substring(start, end)) {
            case "h" -> 3600;
            case "m" -> 60;
            case "s" -> 1;
            case "ms" -> 1e-3;
            case "us", "µs" -> 1e-6;
            case "ns" -> 1e-9;
            default -> NO_UNIT;
        };
    }
}

package io.agenticraft.benchmark;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)");

    private Durations() {}

    /** Reads {@code 500ms}, {@code 30s}, {@code 2m} or {@code 1h}; more than none. */
    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            long millis = Math.round(Double.parseDouble(matcher.group(1)) * millisOf(matcher.group(2)));
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        }
        throw new TypeConversionException("'" + text + "' is not a duration such as 500ms, 30s, 2m or 1h");
    }

    private static double millisOf(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }

    /** The same for people. */
    static String describe(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}

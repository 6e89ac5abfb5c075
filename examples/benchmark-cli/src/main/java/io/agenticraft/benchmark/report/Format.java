package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures for people: three digits, which is what most of them are worth. */
final class Format {
    /** What stands where there is no figure. */
    static final String NONE = "-";

    private static final double SECOND = 1000;

    private Format() {}

    /** Such as {@code 12.3 ms} or {@code 1.23 s}. */
    static String duration(@Nullable Double millis) {
        if (millis == null) {
            return NONE;
        }
        if (millis < 1) {
            return digits(millis * SECOND) + " µs";
        }
        return millis < SECOND ? digits(millis) + " ms" : digits(millis / SECOND) + " s";
    }

    static String range(@Nullable Interval interval) {
        return interval == null ? NONE : duration(interval.low()) + " to " + duration(interval.high());
    }

    static String rate(@Nullable Double value) {
        return value == null ? NONE : digits(value);
    }

    static String usd(@Nullable Double value) {
        if (value == null) {
            return NONE;
        }
        return value == 0 ? "0" : String.format(Locale.ROOT, value < 0.01 ? "%.6f" : "%.4f", value);
    }

    static String digits(double value) {
        double size = Math.abs(value);
        String pattern = size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }
}

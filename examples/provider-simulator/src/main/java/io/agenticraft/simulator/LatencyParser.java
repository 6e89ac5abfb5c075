package io.agenticraft.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations and latencies as people write them in flags, files and headers. */
final class LatencyParser {

    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|ms|s)");

    private LatencyParser() {}

    static Latency parse(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (value.startsWith("uniform:")) {
                String[] ends = value.substring("uniform:".length()).split("\\.\\.", 2);
                return Latency.uniform(duration(ends[0]), duration(ends[1]));
            }
            if (value.startsWith("lognormal:")) {
                String[] parts = value.substring("lognormal:".length()).split(",", 2);
                return Latency.lognormal(duration(parts[0]), Double.parseDouble(parts[1]));
            }
            return Latency.fixed(duration(value));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a latency: '" + text
                            + "' (write 0, 80ms, uniform:50ms..200ms or lognormal:300ms,0.5; units us, ms, s)",
                    e);
        }
    }

    static Duration duration(String text) {
        String value = text.strip();
        if (value.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a duration: '" + text + "'");
        }
        double nanosPerUnit = switch (matcher.group(2)) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            default -> 1e9;
        };
        return Duration.ofNanos((long) (Double.parseDouble(matcher.group(1)) * nanosPerUnit));
    }
}

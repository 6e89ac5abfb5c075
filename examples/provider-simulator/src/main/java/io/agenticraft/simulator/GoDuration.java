package io.agenticraft.simulator;

import java.time.Duration;

/** Durations as OpenAI's headers have them: {@code 0s}, {@code 12ms}, {@code 1.182s}, {@code 14m24s}. */
final class GoDuration {

    private GoDuration() {}

    static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        if (millis < 1000) {
            return millis + "ms";
        }
        StringBuilder text = new StringBuilder();
        if (millis >= 3_600_000) {
            text.append(millis / 3_600_000).append('h');
        }
        if (millis >= 60_000) {
            text.append(millis / 60_000 % 60).append('m');
        }
        text.append(millis / 1000 % 60);
        long rest = millis % 1000;
        if (rest != 0) {
            String digits = Long.toString(1000 + rest).substring(1);
            text.append('.').append(digits.replaceAll("0+$", ""));
        }
        return text.append('s').toString();
    }
}

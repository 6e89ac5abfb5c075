package io.agenticraft.warmup;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the warming of one target went.
 *
 * @param target as it was asked for
 * @param reached the highest rung that was reached
 * @param times how long each rung took that was tried
 * @param took how long all took
 * @param error why it did not get further: a {@link io.agenticraft.provider.ProviderException}, what
 *     {@link io.agenticraft.registry.ProviderRegistry#resolve} threw, or a cancellation; null where all went well
 * @param cold why the first call will open a connection all the same, and what to do; null where it finds one, or where
 *     none was opened
 */
public record TargetReport(
        String target,
        Rung reached,
        Map<Rung, Duration> times,
        Duration took,
        @Nullable Throwable error,
        @Nullable String cold) {
    public TargetReport {
        Map<Rung, Duration> copy = new EnumMap<>(Rung.class);
        copy.putAll(times);
        times = Collections.unmodifiableMap(copy);
    }

    /** Whether nothing went wrong. A target may be {@link #cold} all the same. */
    public boolean ok() {
        return error == null;
    }

    /** One line. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(target + " " + reached + " in " + took.toMillis() + " ms");
        times.forEach((rung, time) -> line.append(rung == Rung.RESOLVED ? " (" : ", ")
                .append(rung)
                .append(' ')
                .append(time.toMillis())
                .append(" ms"));
        line.append(times.isEmpty() ? "" : ")");
        line.append(error == null ? "" : ": " + error.getMessage());
        return cold == null ? line.toString() : line + "; but " + cold;
    }

    TargetReport cold(String why) {
        return new TargetReport(target, reached, times, took, error, why);
    }
}

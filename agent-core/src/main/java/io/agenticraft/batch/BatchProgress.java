package io.agenticraft.batch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch has come.
 *
 * @param done items that have ended, well or not
 * @param failed those of them that failed
 * @param inFlight items that are being run
 * @param retried how often an item was run again after a provider's limit
 * @param concurrency how many items may be run at once now
 * @param total items in all, or null where the prompts come from a source of unknown length
 * @param elapsed since the batch began
 */
public record BatchProgress(
        long done,
        long failed,
        int inFlight,
        long retried,
        int concurrency,
        @Nullable Long total,
        Duration elapsed) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Items ended per second so far; 0 before any time has passed. */
    public double rate() {
        long nanos = elapsed.toNanos();
        return nanos <= 0 ? 0 : done * NANOS_PER_SECOND / nanos;
    }

    /** How long the rest will take at the rate so far; null where that is unknown. */
    public @Nullable Duration eta() {
        double rate = rate();
        return total == null || rate == 0
                ? null
                : Duration.ofNanos((long) (Math.max(0, total - done) / rate * NANOS_PER_SECOND));
    }
}

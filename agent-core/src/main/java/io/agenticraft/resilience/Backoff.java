package io.agenticraft.resilience;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the same target is asked again: anything up to a ceiling that doubles with every retry, so that
 * many callers who failed together do not come back together.
 *
 * @param base the first ceiling
 * @param max the highest ceiling
 * @param patience the longest wait that a provider may ask for
 */
record Backoff(Duration base, Duration max, Duration patience) {
    private static final int MAX_DOUBLINGS = 30;

    /**
     * The wait before a retry, or null where the provider asks for more than there is patience for.
     *
     * @param retry counts the retries at this target from 0
     * @param asked what the provider asks for, or null; the wait is never shorter than that
     */
    @Nullable
    Duration before(int retry, @Nullable Duration asked, DoubleSupplier random) {
        if (asked == null) {
            return part(ceiling(retry), random);
        }
        return asked.compareTo(patience) > 0 ? null : asked.plus(part(base, random));
    }

    private Duration ceiling(int retry) {
        Duration doubled = base.multipliedBy(1L << Math.min(retry, MAX_DOUBLINGS));
        return doubled.compareTo(max) < 0 ? doubled : max;
    }

    private static Duration part(Duration whole, DoubleSupplier random) {
        return Duration.ofNanos((long) (random.getAsDouble() * whole.toNanos()));
    }
}

package io.agenticraft.admission;

import io.agenticraft.model.RateLimits.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limit as the provider tells of it: so much is left, and it fills up to its limit by the time of its reset. Lets anything
 * through until it was told of. Not safe for use by many threads.
 */
final class LearnedBucket {
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double LONGEST_NANOS = 365 * 24 * 60 * NANOS_PER_MINUTE;

    private long limit;
    private double left;
    private double perNano;
    private long atNanos;

    /**
     * The provider has spoken.
     *
     * @param sentSince what was sent after the call that it answers, and which it had not counted yet
     */
    void heard(@Nullable Bucket bucket, long sentSince, long nowNanos) {
        if (bucket == null || bucket.remaining() < 0 || (bucket.limit() <= 0 && limit == 0)) {
            return;
        }
        limit = bucket.limit() > 0 ? bucket.limit() : limit;
        double missing = limit - bucket.remaining();
        Duration reset = bucket.reset();
        if (reset != null && missing > 0) {
            perNano = missing / Math.max(1, Ledger.nanos(reset));
        } else if (perNano == 0) {
            perNano = limit / NANOS_PER_MINUTE; // what all providers' limits are for
        }
        left = bucket.remaining() - (double) sentSince;
        atNanos = nowNanos;
    }

    /** @param amount less than 0 for what was taken and not sent */
    void take(long amount, long nowNanos) {
        if (limit != 0) {
            fill(nowNanos);
            left -= amount;
        }
    }

    /** In how many nanoseconds the amount fits; 0: now. */
    long waitFor(long amount, long nowNanos) {
        if (limit == 0) {
            return 0;
        }
        fill(nowNanos);
        double lacking = Math.min(amount, limit) - left;
        return lacking <= 0 ? 0 : (long) Math.min(LONGEST_NANOS, Math.ceil(lacking / perNano));
    }

    private void fill(long nowNanos) {
        left = Math.min((double) limit, left + (nowNanos - atNanos) * perNano);
        atNanos = nowNanos;
    }
}

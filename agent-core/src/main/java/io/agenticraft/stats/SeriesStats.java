package io.agenticraft.stats;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured of one series, or of several together, until a moment or within a window. Shares and averages are
 * {@link Double#NaN} where there is nothing to divide by.
 */
public final class SeriesStats {
    private static final double MILLIS_PER_NANO = 1e-6;

    private final SeriesKey key;
    private final Measures measures;

    SeriesStats(SeriesKey key, Measures measures) {
        this.key = key;
        this.measures = measures;
    }

    public SeriesKey key() {
        return key;
    }

    Measures measures() {
        return measures;
    }

    /** Calls that have ended, however they did. */
    public long requests() {
        return succeeded() + failed() + cancelled();
    }

    public long succeeded() {
        return measures.count(Count.SUCCEEDED);
    }

    public long failed() {
        return measures.count(Count.FAILED);
    }

    /** Calls that the caller gave up: neither successes nor failures. */
    public long cancelled() {
        return measures.count(Count.CANCELLED);
    }

    /** Successes among successes and failures, from 0 to 1. */
    public double successRate() {
        return ratio((double) succeeded(), succeeded() + failed());
    }

    /** How many calls failed, by a name of the failure such as {@code rate_limit}; only what occurred. */
    public Map<String, Long> errors() {
        Map<String, Long> errors = new TreeMap<>();
        for (int i = 0; i < ErrorTypes.size(); i++) {
            if (measures.errors(i) > 0) {
                errors.put(ErrorTypes.name(i), measures.errors(i));
            }
        }
        return Collections.unmodifiableMap(errors);
    }

    /** Milliseconds from call to whole answer, of successes only. */
    public Distribution latency() {
        return measures.distribution(Kind.LATENCY);
    }

    /** The exact mean of {@link #latency()}. */
    public double averageLatency() {
        return ratio(measures.count(Count.LATENCY) * MILLIS_PER_NANO, succeeded());
    }

    /** Milliseconds until calls failed, on average. */
    public double averageFailureTime() {
        return ratio(measures.count(Count.FAILURE_TIME) * MILLIS_PER_NANO, failed());
    }

    /** Milliseconds from call to the first content, of streams that succeeded; calls for a whole answer have none. */
    public Distribution firstToken() {
        return measures.distribution(Kind.FIRST_TOKEN);
    }

    /** Milliseconds between two pieces of a stream's content. */
    public Distribution interChunk() {
        return measures.distribution(Kind.INTER_CHUNK);
    }

    /** Output tokens per second of a call's whole latency, call by call. */
    public Distribution tokensPerSecond() {
        return measures.distribution(Kind.SPEED);
    }

    /** All tokens of prompts, cached ones included. */
    public long inputTokens() {
        return measures.count(Count.INPUT_TOKENS);
    }

    /** All tokens of answers, reasoning included. */
    public long outputTokens() {
        return measures.count(Count.OUTPUT_TOKENS);
    }

    public long cacheReadTokens() {
        return measures.count(Count.CACHE_READ_TOKENS);
    }

    public long cacheWriteTokens() {
        return measures.count(Count.CACHE_WRITE_TOKENS);
    }

    public long reasoningTokens() {
        return measures.count(Count.REASONING_TOKENS);
    }

    /** Input and output tokens per call, of those calls whose tokens are known. */
    public double tokensPerRequest() {
        return ratio((double) (inputTokens() + outputTokens()), measures.count(Count.TOLD_USAGE));
    }

    /** USD spent, as far as it is known; see {@link #unpriced()}. */
    public double cost() {
        return measures.cost();
    }

    /** Calls whose cost is not known and therefore not in {@link #cost()}: no price, no usage, or cancelled. */
    public long unpriced() {
        return measures.count(Count.UNPRICED);
    }

    private static double ratio(double part, long whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    @Override
    public String toString() {
        return key + ": " + requests() + " requests, " + latency();
    }
}

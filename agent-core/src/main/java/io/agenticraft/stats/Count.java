package io.agenticraft.stats;

/** What is counted, as places in {@link Measures}. */
final class Count {
    static final int SUCCEEDED = 0;
    static final int FAILED = 1;
    static final int CANCELLED = 2;
    /** Nanoseconds of calls that succeeded, in all. */
    static final int LATENCY = 3;
    /** Nanoseconds until calls failed, in all. */
    static final int FAILURE_TIME = 4;
    /** Calls of which input and output tokens are known. */
    static final int TOLD_USAGE = 5;

    static final int INPUT_TOKENS = 6;
    static final int OUTPUT_TOKENS = 7;
    static final int CACHE_READ_TOKENS = 8;
    static final int CACHE_WRITE_TOKENS = 9;
    static final int REASONING_TOKENS = 10;
    /** Calls that used tokens, or may have, and whose cost is not known. */
    static final int UNPRICED = 11;

    static final int SIZE = 12;

    private Count() {}
}

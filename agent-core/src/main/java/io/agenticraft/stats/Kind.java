package io.agenticraft.stats;

/** Of what there are distributions, as places in {@link Measures}. */
final class Kind {
    /** Nanoseconds from the call to the whole answer. */
    static final int LATENCY = 0;
    /** Nanoseconds from the call to a stream's first content. */
    static final int FIRST_TOKEN = 1;
    /** Nanoseconds between two pieces of content of a stream. */
    static final int INTER_CHUNK = 2;
    /** Millionths of an output token per second of latency. */
    static final int SPEED = 3;

    static final int SIZE = 4;

    private Kind() {}
}

package io.agenticraft.selection;

/** A limit that a candidate breaks. */
public enum Limit {
    CAPABILITIES(1),
    CONTEXT(1 << 1),
    QUALITY(1 << 2),
    LATENCY(1 << 3),
    P95_LATENCY(1 << 4),
    FIRST_TOKEN(1 << 5),
    TOKENS_PER_SECOND(1 << 6),
    COST(1 << 7),
    ERROR_RATE(1 << 8);

    /** The limit's place in a set of them. */
    final int bit;

    Limit(int bit) {
        this.bit = bit;
    }
}

package io.agenticraft.benchmark.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The moments of one request, in nanoseconds of one clock. Used by one thread at a time.
 *
 * <p>A request has two beginnings: when it was meant to be sent, and when it was. They differ where it had to wait for
 * others to end, and only the first one tells what a user waited for: leaving it out is coordinated omission (G. Tene,
 * "How NOT to Measure Latency", 2013).
 */
public final class Stopwatch {
    private final long intended;
    private final long sent;
    private long firstPiece;
    private long lastPiece;
    private int pieces;
    private long[] gaps = {};
    private long ended;

    public Stopwatch(long intended, long sent) {
        this.intended = intended;
        this.sent = sent;
    }

    /** A piece of the answer has come. */
    public void piece(long now) {
        if (pieces == 0) {
            firstPiece = now;
        } else {
            if (pieces > gaps.length) {
                gaps = Arrays.copyOf(gaps, Math.max(16, gaps.length * 2));
            }
            gaps[pieces - 1] = now - lastPiece;
        }
        lastPiece = now;
        pieces++;
    }

    /** The whole answer has come, or a failure. */
    public void end(long now) {
        ended = now;
    }

    /** From when it was meant to be sent until its end. */
    long latency() {
        return ended - intended;
    }

    /** From when it was really sent until its end. */
    long service() {
        return ended - sent;
    }

    /** From when it was meant to be sent until the first piece; null where the answer came in one. */
    @Nullable
    Long firstToken() {
        return pieces == 0 ? null : Long.valueOf(firstPiece - intended);
    }

    void gapsInto(Distribution target) {
        for (int i = 0; i < pieces - 1; i++) {
            target.record(gaps[i]);
        }
    }

    /**
     * Tokens per second, in thousandths. Where the answer came in pieces: those of all pieces but the first, in the time
     * after it, each piece being worth as many tokens as any other. Else all over the whole time since it was sent. Null
     * where there is no time or no token to count.
     */
    @Nullable
    Long rate(long tokens) {
        double count = pieces > 0 ? tokens * (pieces - 1.0) / pieces : tokens;
        long nanos = pieces > 0 ? lastPiece - firstPiece : service();
        return count <= 0 || nanos < 1 ? null : Long.valueOf((long) (count * 1e12 / nanos));
    }
}

package io.agenticraft.stats;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A copy of {@link Measures} in little memory, made in some microseconds: distributions are encoded, mostly a few kB. */
final class Kept {
    private final Measures totals = new Measures();
    private final byte[][] encoded = new byte[Kind.SIZE][];

    Kept(Measures measures) {
        totals.addTotals(measures, 1);
        for (int i = 0; i < Kind.SIZE; i++) {
            Histogram histogram = measures.histogram(i);
            encoded[i] = encode(histogram);
        }
    }

    /** No bytes for no values. */
    private static byte[] encode(@Nullable Histogram histogram) {
        if (histogram == null) {
            return new byte[0];
        }
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    void takeFrom(Measures sum) {
        sum.addTotals(totals, -1);
        for (int i = 0; i < Kind.SIZE; i++) {
            byte[] bytes = encoded[i];
            if (bytes.length > 0) {
                sum.subtract(i, Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0));
            }
        }
    }
}

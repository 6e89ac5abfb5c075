package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatencyTest {

    private static final int SAMPLES = 10_001;

    private static long[] sorted(Latency latency) {
        SplittableRandom random = new SplittableRandom(5);
        return LongStream.generate(() -> latency.sampleNanos(random))
                .limit(SAMPLES)
                .sorted()
                .toArray();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    @Test
    void fixed_isAlwaysTheSame() {
        assertEquals(80_000_000, Latency.fixed(Duration.ofMillis(80)).sampleNanos(new SplittableRandom(1)));
        assertTrue(Latency.none().isZero());
        assertFalse(Latency.parse("1us").isZero());
    }

    @Test
    void uniform_fillsItsRange() {
        long[] samples = sorted(Latency.parse("uniform:50ms..200ms"));
        assertEquals(50, millis(samples[0]), 1);
        assertEquals(125, millis(samples[SAMPLES / 2]), 5);
        assertEquals(200, millis(samples[SAMPLES - 1]), 1);
    }

    @Test
    void lognormal_hasItsMedianAndTail() {
        long[] samples = sorted(Latency.parse("lognormal:300ms,0.5"));
        assertEquals(300, millis(samples[SAMPLES / 2]), 10);
        // The 99th percentile of the normal distribution is 2.326 standard deviations away.
        assertEquals(300 * Math.exp(2.326 * 0.5), millis(samples[SAMPLES * 99 / 100]), 60);
        assertTrue(samples[0] > 0);
    }

    @Test
    void sameSeed_givesSameSamples() {
        Latency latency = Latency.lognormal(Duration.ofMillis(10), 1);
        SplittableRandom one = new SplittableRandom(9);
        SplittableRandom two = new SplittableRandom(9);
        for (int i = 0; i < 100; i++) {
            assertEquals(latency.sampleNanos(one), latency.sampleNanos(two));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "80 minutes",
                "-1ms",
                "uniform:1ms",
                "uniform:3ms..2ms",
                "lognormal:1ms",
                "lognormal:1ms,-1"
            })
    void nonsense_namesTheForms(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Latency.parse(text));
        assertTrue(String.valueOf(e.getMessage()).contains("uniform:50ms..200ms"), e::getMessage);
    }

    @Test
    void rate_isTimeBetweenTwo() {
        assertEquals(20_000_000, Rates.perSecond(50).sampleNanos(new SplittableRandom(1)));
        assertThrows(IllegalArgumentException.class, () -> Rates.perSecond(0));
    }
}

package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Usage;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Quantiles are off by 1 % at most from exact nearest ranks, whatever the values are like. */
class UglyDistributionsTest {
    private static final double[] SHARES = {0, 0.001, 0.01, 0.25, 0.49, 0.5, 0.51, 0.9, 0.95, 0.99, 0.999, 1};
    private static final double MILLI = 1e6;
    private static final long HOUR = 3_600_000_000_000L;

    private static SeriesStats recorded(int number, IntToLongFunction nanos) {
        CallStats stats = CallStats.create();
        CallRecorder recorder = stats.recorder("p", "m", "");
        for (int i = 0; i < number; i++) {
            recorder.succeeded(System.nanoTime(), nanos.applyAsLong(i), -1, Usage.unknown(), null);
        }
        return stats.snapshot().total();
    }

    private static void assertExact(int number, IntToLongFunction nanos) {
        long[] sorted = new long[number];
        Arrays.setAll(sorted, nanos);
        SeriesStats series = recorded(number, i -> sorted[i]);
        Arrays.sort(sorted);
        for (double share : SHARES) {
            double exact = sorted[Math.max(0, (int) Math.ceil(share * number - 1e-9) - 1)] / MILLI;
            assertEquals(exact, series.latency().quantile(share), exact * 0.01, number + " values, share " + share);
        }
        double mean = Arrays.stream(sorted).average().orElseThrow() / MILLI;
        assertEquals(mean, series.averageLatency(), mean * 1e-9);
        assertEquals(mean, series.latency().mean(), mean * 0.01);
    }

    @Test
    void constant() {
        for (long value : new long[] {1_000, 999_999, 123_456_789, HOUR}) {
            assertExact(1, i -> value);
            assertExact(1_000, i -> value);
        }
    }

    @Test
    void twoHumps_withNothingBetween() {
        assertExact(10_000, i -> (i % 2 == 0 ? 2_000_000L : 20_000_000_000L) + i);
        assertExact(1_000, i -> i < 500 ? 5_000 : HOUR / 2);
    }

    @Test
    void oneOutlierOfAnHour() {
        assertExact(1_000, i -> i == 17 ? HOUR : 40_000_000L + i * 1_000L);
        assertExact(20, i -> i == 3 ? HOUR : 40_000_000L);
        assertExact(2, i -> i == 0 ? HOUR : 1_000_000);
    }

    @Test
    void heavyTail() {
        Random random = new Random(1);
        long[] values = new long[50_000];
        Arrays.setAll(values, i -> (long) Math.min(HOUR, 1_000_000 / Math.pow(1 - random.nextDouble(), 1.2)));
        assertExact(values.length, i -> values[i]);
    }

    @Test
    void powersOfTwo_andTheirNeighbours() {
        assertExact(100, i -> (1L << (12 + i / 4)) + i % 4 - 1);
    }

    @Test
    void zero_isNearlyZero() {
        SeriesStats series = recorded(10, i -> 0);

        assertEquals(0, series.latency().p50(), 1e-4);
        assertEquals(0, series.latency().max(), 1e-4);
        assertEquals(0, series.averageLatency());
        assertEquals(10, series.latency().count());
    }

    @Test
    void beyondTheTop_countsAsAnHour_andTheAverageIsExact() {
        SeriesStats series = recorded(4, i -> i == 0 ? 10 * HOUR : 1_000_000);

        assertEquals(3_600_000, series.latency().max(), 36_000);
        assertEquals(1, series.latency().p50(), 0.01);
        assertEquals((36_000_000 + 3) / 4.0, series.averageLatency(), 1e-6);
    }

    @Test
    void negative_countsAsNone() {
        SeriesStats series = recorded(2, i -> i == 0 ? -5_000_000 : 3_000_000);

        assertEquals(1.5, series.averageLatency(), 1e-9, "a clock that was set back takes nothing from an average");
        assertEquals(0, series.latency().quantile(0), 1e-4);
    }

    @Test
    void speed_beyondTheTop_countsAsTheTop() {
        CallStats stats = CallStats.create();
        CallRecorder recorder = stats.recorder("p", "m", "");
        recorder.succeeded(0, 1, -1, Usage.of(1, Long.MAX_VALUE), null);
        recorder.succeeded(0, 1_000_000_000, -1, Usage.of(1, 1_000), null);

        assertEquals(1_000, stats.snapshot().total().tokensPerSecond().quantile(0), 10);
        assertTrue(stats.snapshot().total().tokensPerSecond().max() > 3_500_000);
    }
}

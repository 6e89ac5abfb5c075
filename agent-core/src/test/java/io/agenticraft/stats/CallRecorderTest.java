package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.testing.Answers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CallRecorderTest {
    private static final double TOLERANCE = 0.01;
    private static final double MILLI = 1e6;

    private final ManualClock clock = new ManualClock();
    private final PriceTable prices =
            PriceTable.empty().with("fake", "model", Price.of(1, 2)).with("fake", "other", Price.of(10, 20));
    private final CallStats stats =
            CallStats.builder().nanoClock(clock).prices(prices).build();
    private final CallRecorder recorder = stats.recorder("fake", "model", "agent");

    private void succeedAfter(long millis, Usage usage) {
        recorder.succeeded(clock.getAsLong(), Duration.ofMillis(millis).toNanos(), -1, usage, null);
    }

    private SeriesStats only() {
        StatsSnapshot snapshot = stats.snapshot();
        assertEquals(1, snapshot.series().size());
        return snapshot.series().get(0);
    }

    private static void assertNear(double expected, double actual) {
        assertEquals(expected, actual, expected * TOLERANCE);
    }

    @Test
    void quantiles_areOffByOnePercentAtMost() {
        Random random = new Random(7);
        long[] nanos = new long[20_000];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = (long) Math.exp(Math.log(20_000) + random.nextDouble() * Math.log(1e6));
            recorder.succeeded(clock.getAsLong(), nanos[i], nanos[i] / 2, Usage.of(1, 1), null);
        }
        Arrays.sort(nanos);

        for (double share : new double[] {0.001, 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 1}) {
            double exact = nanos[(int) Math.ceil(share * nanos.length) - 1] / MILLI;
            assertNear(exact, only().latency().quantile(share));
            assertNear(exact / 2, only().firstToken().quantile(share));
        }
        assertNear(
                Arrays.stream(nanos).average().orElseThrow() / MILLI,
                only().latency().mean());
        assertEquals(Arrays.stream(nanos).average().orElseThrow() / MILLI, only().averageLatency(), 1e-9);
    }

    /** A mistake of the seed: the 95th of 100 of 20 values was taken at index 19. */
    @Test
    void p95OfTwenty_isNotTheMaximum() {
        for (int i = 1; i <= 20; i++) {
            succeedAfter(i * 100L, Usage.of(1, 1));
        }

        assertNear(1900, only().latency().p95());
        assertNear(1000, only().latency().p50());
        assertNear(2000, only().latency().p99());
        assertNear(2000, only().latency().max());
    }

    /** A mistake of the seed: a failure was as good a latency as an answer. */
    @Test
    void failures_areNotMixedIntoLatencies() {
        succeedAfter(100, Usage.of(10, 5));
        for (int i = 0; i < 9; i++) {
            recorder.failed(clock.getAsLong(), Duration.ofMillis(1).toNanos(), Answers.rateLimited(), null);
        }
        recorder.failed(clock.getAsLong(), Duration.ofMillis(11).toNanos(), new IllegalStateException(), null);

        SeriesStats series = only();
        assertEquals(11, series.requests());
        assertEquals(1.0 / 11, series.successRate(), 1e-9);
        assertEquals(Map.of("rate_limit", 9L, "other", 1L), series.errors());
        assertEquals(1, series.latency().count());
        assertNear(100, series.latency().p50());
        assertEquals(100, series.averageLatency(), 1e-9);
        assertEquals(2, series.averageFailureTime(), 1e-9);
    }

    @Test
    void cancelledCalls_areNeitherSuccessesNorFailures() {
        succeedAfter(100, Usage.of(10, 5));
        recorder.cancelled(clock.getAsLong());
        recorder.failed(clock.getAsLong(), 1, new CancellationException(), null);

        SeriesStats series = only();
        assertEquals(3, series.requests());
        assertEquals(2, series.cancelled());
        assertEquals(0, series.failed());
        assertEquals(1, series.successRate());
        assertEquals(Map.of(), series.errors());
        assertEquals(2, series.unpriced());
    }

    /** A mistake of the seed: the usage was read from a place where it never was, and all tokens were 0. */
    @Test
    void tokens_areThoseOfTheUsage() {
        succeedAfter(1000, new Usage(1_000L, 100L, 400L, 50L, 30L));
        succeedAfter(1000, new Usage(3_000L, 300L, null, null, null));

        SeriesStats series = only();
        assertEquals(4_000, series.inputTokens());
        assertEquals(400, series.outputTokens());
        assertEquals(400, series.cacheReadTokens());
        assertEquals(50, series.cacheWriteTokens());
        assertEquals(30, series.reasoningTokens());
        assertEquals(2_200, series.tokensPerRequest());
        assertNear(100, series.tokensPerSecond().quantile(0));
        assertNear(300, series.tokensPerSecond().max());
        assertEquals(0.004 + 0.0008, series.cost(), 1e-12);
        assertEquals(0, series.unpriced());
    }

    @Test
    void unknownUsage_isNotZeroTokensPerRequest() {
        succeedAfter(10, Usage.of(100, 20));
        succeedAfter(10, Usage.unknown());

        assertEquals(120, only().tokensPerRequest());
        assertEquals(1, only().unpriced());
        assertEquals(1, only().tokensPerSecond().count());
    }

    @Test
    void modelWithoutPrice_isPricedByTheOneThatAnswered() {
        CallRecorder alias = stats.recorder("fake", "my-deployment", "");
        alias.succeeded(clock.getAsLong(), 1, -1, Usage.of(1_000_000, 0), "other");
        alias.succeeded(clock.getAsLong(), 1, -1, Usage.of(1_000_000, 0), "unheard-of");

        assertEquals(10, only().cost(), 1e-9);
        assertEquals(1, only().unpriced());
    }

    @Test
    void failureWithPartialAnswer_booksItsTokens() {
        InterruptedStreamException failure = new InterruptedStreamException(
                new ErrorDetails("fake", "cut off", 200, null, null, null, null, true, null), null);
        recorder.failed(clock.getAsLong(), 5, failure, Usage.of(1_000, 100));

        assertEquals(Map.of("interrupted_stream", 1L), only().errors());
        assertEquals(1_000, only().inputTokens());
        assertEquals(0.0012, only().cost(), 1e-12);
        assertEquals(0, only().latency().count());
    }

    @Test
    void values_outOfBounds_areBroughtIntoThem() {
        succeedAfter(Duration.ofHours(9).toMillis(), Usage.of(1, 1));
        recorder.chunkAfter(clock.getAsLong(), -5);

        assertNear(3_600_000, only().latency().max());
        assertEquals(0, only().interChunk().max(), 1e-4);
        assertTrue(Double.isNaN(only().firstToken().p50()));
    }
}

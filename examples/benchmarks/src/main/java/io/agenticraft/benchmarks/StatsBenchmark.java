package io.agenticraft.benchmarks;

import io.agenticraft.model.Usage;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.stats.CallRecorder;
import io.agenticraft.stats.CallStats;
import io.agenticraft.stats.StatsSnapshot;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What measuring one call costs besides reading the clock: at most 50 ns and 0 B; and what reading all of it costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StatsBenchmark {
    private static final int LATENCIES = 1 << 10;

    private final CallStats stats = CallStats.create();
    private final CallRecorder recorder = stats.recorder("openai", "gpt-4o", "agent");
    private final Usage usage = new Usage(1_200L, 300L, 800L, null, 60L);
    private final RateLimitException failure = new RateLimitException(
            new ErrorDetails("openai", "slow down", 429, null, null, null, null, true, null), null);

    /** Spread as latencies are, so that the histograms' lines are not all in the first cache. */
    private final long[] latencies = new long[LATENCIES];

    /** Fills {@link #latencies}. */
    public StatsBenchmark() {
        for (int i = 0; i < LATENCIES; i++) {
            latencies[i] = 100_000_000L + (i * 7_919L % LATENCIES) * 3_000_000L;
        }
    }

    /** Each thread's own place in the latencies, and its own time. */
    @State(Scope.Thread)
    public static class Place {
        private int next;
        private long now = System.nanoTime();

        int next() {
            now += 1_000;
            return next++ & (LATENCIES - 1);
        }
    }

    /** A call that succeeded: latency, speed, five counts of tokens, cost. */
    @Benchmark
    public void succeeded(Place place) {
        long latency = latencies[place.next()];
        recorder.succeeded(place.now, latency, -1, usage, "gpt-4o-2024-08-06");
    }

    /** The same of a stream. */
    @Benchmark
    public void streamed(Place place) {
        long latency = latencies[place.next()];
        recorder.succeeded(place.now, latency, latency >> 3, usage, "gpt-4o-2024-08-06");
    }

    /** Finding a series by its names, which is done once per call. */
    @Benchmark
    public CallRecorder find() {
        return stats.recorder("openai", "gpt-4o", "agent");
    }

    /** One of a stream's pieces. */
    @Benchmark
    public void chunk(Place place) {
        recorder.chunkAfter(place.now, latencies[place.next()] >> 6);
    }

    @Benchmark
    public void failed(Place place) {
        recorder.failed(place.now, latencies[place.next()], failure, null);
    }

    /** Reading one series of calls. */
    @Benchmark
    public StatsSnapshot snapshot(Place place) {
        succeeded(place);
        return stats.snapshot();
    }
}

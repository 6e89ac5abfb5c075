package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.agenticraft.model.Usage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {

    /** A mistake of the seed: a list of all calls, for ever. */
    @Test
    void seriesAndCalls_takeBoundedMemory() {
        CallStats stats = CallStats.builder().maxSeries(3).build();
        for (int i = 0; i < 1_000; i++) {
            stats.recorder("p", "model-" + i, "a").succeeded(0, 1_000_000, -1, Usage.of(1, 1), null);
        }

        StatsSnapshot snapshot = stats.snapshot();
        assertEquals(4, snapshot.series().size());
        assertEquals(1_000, snapshot.total().requests());
        assertEquals(SeriesKey.OVERFLOW, snapshot.series().get(3).key());
        assertEquals(997, snapshot.series().get(3).requests());
        assertSame(stats.recorder("p", "model-1", "a"), stats.recorder("p", "model-1", "a"));
        assertNotSame(stats.recorder("p", "model-1", "a"), stats.recorder("p", "model-1000", "a"));
        assertThrows(IllegalArgumentException.class, () -> CallStats.builder().maxSeries(0));
    }

    @Test
    void recording_allocatesNothing() {
        CallStats stats = CallStats.create();
        Usage usage = new Usage(1_000L, 100L, 400L, 50L, 30L);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                CallRecorder recorder = stats.recorder("openai", "gpt-4o", "agent");
                recorder.succeeded(i, 1_000_000 + i, 500_000, usage, "gpt-4o-2024-08-06");
                recorder.chunkAfter(i, 20_000);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertTrue(least < 10_000, least + " bytes for 20,000 recordings");
    }

    @Test
    void manyThreads_loseNothing() throws InterruptedException {
        CallStats stats = CallStats.create();
        CallRecorder recorder = stats.recorder("openai", "gpt-4o", "");
        int each = 20_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    recorder.succeeded(System.nanoTime(), 1_000_000, 1_000, Usage.of(2, 1), null);
                }
            });
            threads.add(thread);
            thread.start();
        }
        long seen = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            long now = stats.snapshot().total().requests();
            assertTrue(now >= seen, "went back from " + seen + " to " + now);
            seen = now;
        }
        for (Thread thread : threads) {
            thread.join();
        }

        SeriesStats total = stats.snapshot().total();
        assertEquals(8L * each, total.requests());
        assertEquals(8L * each, total.latency().count());
        assertEquals(8L * each, total.firstToken().count());
        assertEquals(16L * each, total.inputTokens());
    }

    /** While others record, each difference of two snapshots is whole: as many tokens, latencies and USD as calls. */
    @Test
    void differences_whileOthersRecord_addUpToAll() throws InterruptedException {
        CallStats stats = CallStats.create();
        int each = 20_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CallRecorder recorder = stats.recorder("openai", i % 2 == 0 ? "gpt-4o" : "gpt-5", "");
            Thread thread = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    recorder.succeeded(System.nanoTime(), 1_000_000, 1_000, Usage.of(2, 1), null);
                }
            });
            threads.add(thread);
            thread.start();
        }
        StatsSnapshot before = stats.snapshot();
        long sum = before.total().requests();
        boolean running = true;
        while (running) {
            running = threads.stream().anyMatch(Thread::isAlive);
            StatsSnapshot now = stats.snapshot();
            SeriesStats difference = now.since(before).total();
            assertEquals(difference.requests(), difference.latency().count());
            assertEquals(2 * difference.requests(), difference.inputTokens());
            assertEquals(difference.requests(), difference.outputTokens());
            sum += difference.requests();
            before = now;
        }

        assertEquals(4L * each, sum);
        assertEquals(
                2 * each * (2 * 2.5 + 10) / 1e6 + 2 * each * (2 * 1.25 + 10) / 1e6,
                before.total().cost(),
                1e-6);
    }
}

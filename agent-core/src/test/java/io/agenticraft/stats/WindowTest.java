package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.model.Usage;
import io.agenticraft.testing.Answers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final ManualClock clock = new ManualClock();
    private final CallStats stats = CallStats.builder().nanoClock(clock).build();
    private final CallRecorder recorder = stats.recorder("openai", "gpt-4o", "");

    private void succeedAfter(long millis) {
        recorder.succeeded(clock.getAsLong(), Duration.ofMillis(millis).toNanos(), -1, Usage.of(1_000, 10), null);
    }

    @Test
    void lastMinute_holdsWhatEndedWithinIt() {
        succeedAfter(100);
        clock.pass(Duration.ofSeconds(30));
        succeedAfter(200);
        assertEquals(2, stats.lastMinute().total().requests());

        clock.pass(Duration.ofSeconds(30));
        StatsSnapshot recent = stats.lastMinute();
        assertEquals(1, recent.total().requests());
        assertEquals(200, recent.total().latency().p50(), 2);
        assertEquals(200, recent.total().latency().max(), 2);
        assertEquals(200, recent.total().averageLatency(), 1e-6);
        assertEquals(0.0026, recent.total().cost(), 1e-9);
        assertEquals(Duration.ofMinutes(1), recent.covers());

        clock.pass(Duration.ofSeconds(30));
        assertEquals(0, stats.lastMinute().series().size());
        assertEquals(2, stats.snapshot().total().requests());
    }

    @Test
    void lastMinute_afterALongRest_holdsNothingOld() {
        for (int i = 0; i < 20; i++) {
            succeedAfter(100);
            clock.pass(Duration.ofSeconds(7));
        }
        clock.pass(Duration.ofHours(3));
        succeedAfter(300);

        assertEquals(1, stats.lastMinute().total().requests());
        assertEquals(300, stats.lastMinute().total().latency().quantile(0), 3);
    }

    /** Against a list of all calls, at random times. */
    @Test
    void lastMinute_agreesWithAListOfAllCalls() {
        Random random = new Random(3);
        Deque<Long> ends = new ArrayDeque<>();
        long origin = clock.getAsLong();
        for (int i = 0; i < 3_000; i++) {
            clock.passMillis(random.nextInt(random.nextInt(50) == 0 ? 90_000 : 900));
            succeedAfter(100 + random.nextInt(100));
            long now = clock.getAsLong() - origin;
            ends.add(now);
            long tenSeconds = Duration.ofSeconds(10).toNanos();
            long first = (now / tenSeconds - 5) * tenSeconds;
            ends.removeIf(end -> end < first);
            assertEquals(ends.size(), stats.lastMinute().total().requests());
        }
    }

    @Test
    void covers_isTheAgeAtMost() {
        clock.pass(Duration.ofSeconds(5));

        assertEquals(Duration.ofSeconds(5), stats.lastMinute().covers());
        assertEquals(Duration.ofSeconds(5), stats.snapshot().covers());
    }

    @Test
    void since_isTheDifferenceOfTwoSnapshots() {
        succeedAfter(100);
        recorder.failed(clock.getAsLong(), 1, Answers.rateLimited(), null);
        stats.recorder("openai", "quiet", "").cancelled(clock.getAsLong());
        StatsSnapshot before = stats.snapshot();
        clock.pass(Duration.ofSeconds(3));
        succeedAfter(500);
        stats.recorder("openai", "new", "").cancelled(clock.getAsLong());

        StatsSnapshot difference = stats.snapshot().since(before);

        assertEquals(2, difference.series().size());
        assertEquals(Duration.ofSeconds(3), difference.covers());
        SeriesStats series = difference.byModel().get(0);
        assertEquals(1, series.requests());
        assertEquals(Map.of(), series.errors());
        assertEquals(500, series.latency().quantile(0), 5);
        assertEquals(10, series.outputTokens());
        assertNull(difference.series("openai", "quiet", ""));
        assertEquals(0, stats.snapshot().since(stats.snapshot()).series().size());
    }

    @Test
    void snapshot_staysAsItWas() {
        succeedAfter(100);
        StatsSnapshot before = stats.snapshot();
        succeedAfter(900);

        assertEquals(1, before.total().requests());
        assertEquals(100, before.total().latency().max(), 1);
    }
}

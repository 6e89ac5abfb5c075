package io.agenticraft.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.Usage;
import io.agenticraft.testing.Check;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Windows under clocks that stand still, jump and go back; and differences of what does not belong together. */
class StrangeClockTest {
    private final ManualClock clock = new ManualClock();
    private final CallStats stats = CallStats.builder().nanoClock(clock).build();
    private final CallRecorder recorder = stats.recorder("openai", "gpt-4o", "");

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            recorder.succeeded(clock.getAsLong(), 1_000_000, -1, Usage.of(1, 1), null);
        }
    }

    private long recent() {
        return stats.lastMinute().total().requests();
    }

    @Test
    void clockThatStandsStill_countsAll() {
        succeed(1_000);

        assertEquals(1_000, recent());
        assertEquals(Duration.ZERO, stats.lastMinute().covers());
        Check.contains("\"covers_seconds\":0.0", stats.snapshot().json());
    }

    @Test
    void jumpOfADay_endsTheWindow() {
        succeed(3);
        clock.pass(Duration.ofDays(1));
        assertEquals(0, recent());
        succeed(2);

        assertEquals(2, recent());
        assertEquals(2, stats.lastMinute().total().latency().count());
        assertEquals(5, stats.snapshot().total().requests());
    }

    @Test
    void clockSetBackADay_beginsAWindowAnew() {
        succeed(3);
        clock.pass(Duration.ofDays(-1));
        assertEquals(0, recent(), "what is a day ahead is not of the last minute");
        for (int minute = 1; minute <= 3; minute++) {
            succeed(2);
            assertEquals(2, recent());
            clock.pass(Duration.ofSeconds(61));
            assertEquals(0, recent());
        }

        assertEquals(9, stats.snapshot().total().requests());
        assertEquals(Duration.ZERO, stats.snapshot().covers(), "never below zero");
    }

    @Test
    void clockThatTrembles_losesNothing() {
        for (int i = 0; i < 200; i++) {
            clock.passMillis(i % 2 == 0 ? 15_000 : -14_900);
            succeed(1);
        }

        assertEquals(200, recent());
        assertEquals(200, stats.snapshot().total().requests());
    }

    @Test
    void since_aSnapshotOfOthers_isRefused() {
        succeed(1);
        CallStats others = CallStats.create();
        others.recorder("openai", "gpt-4o", "").succeeded(0, 1, -1, Usage.of(5, 5), null);
        StatsSnapshot now = stats.snapshot();

        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> now.since(others.snapshot()));
        Check.contains("two results of snapshot() of one CallStats", failure.getMessage());
    }

    @Test
    void since_aLaterSnapshotOrAWindow_isRefused() {
        StatsSnapshot first = stats.snapshot();
        succeed(1);
        StatsSnapshot second = stats.snapshot();
        StatsSnapshot window = stats.lastMinute();

        assertEquals(1, second.since(first).total().requests());
        assertEquals(0, second.since(second).total().requests());
        assertThrows(IllegalArgumentException.class, () -> first.since(second));
        for (StatsSnapshot part : new StatsSnapshot[] {window, second.since(first)}) {
            IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> second.since(part));
            Check.contains("one of them is a window or a difference", failure.getMessage());
            assertThrows(IllegalArgumentException.class, () -> part.since(first));
        }
    }
}

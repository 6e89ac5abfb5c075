package io.agenticraft.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long NANOS = MINUTE.toNanos();

    private record Taken(long at, long amount) {}

    @Test
    void noWindow_whereverItBegins_everHoldsMoreThanTheLimit() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            long limit = 1L + random.nextInt(500);
            SlidingWindow window = new SlidingWindow(limit, MINUTE, 0);
            Deque<Taken> last = new ArrayDeque<>();
            long sum = 0;
            long now = 0;
            for (int i = 0; i < 5_000; i++) {
                long amount = 1L + random.nextInt((int) Math.max(1, limit / 3));
                long wait = window.waitFor(amount, now);
                now += random.nextBoolean() ? wait : random.nextInt(1_000_000_000);
                if (window.waitFor(amount, now) > 0) {
                    continue;
                }
                window.take(amount, now);
                last.add(new Taken(now, amount));
                sum += amount;
                while (last.getFirst().at() <= now - NANOS) {
                    sum -= last.removeFirst().amount();
                }
                assertTrue(sum <= limit, "With seed " + seed + " a minute holds " + sum + " of " + limit);
            }
        }
    }

    @Test
    void wait_isNeverTooShort_andWastesLittle() {
        SlidingWindow window = new SlidingWindow(10, MINUTE, 5);
        window.take(10, 5);
        long wait = window.waitFor(1, 5);
        assertTrue(wait >= NANOS && wait <= NANOS + NANOS / 200, () -> "Waits " + wait);
        assertTrue(window.waitFor(1, 5 + wait - 1) > 0);
        assertEquals(0, window.waitFor(10, 5 + wait));
    }

    @Test
    void settling_givesBackOrTakesMore() {
        SlidingWindow window = new SlidingWindow(100, MINUTE, 0);
        long slot = window.take(80, 0);
        window.adjust(slot, 80, 30, 1);
        assertEquals(30, window.used(1));
        assertEquals(0, window.waitFor(70, 1));
        window.adjust(slot, 80, 120, 2);
        assertEquals(70, window.used(2), "The difference to the estimate");
    }

    @Test
    void settlingAfterTheWindow_isOfNoMatter() {
        SlidingWindow window = new SlidingWindow(100, MINUTE, 0);
        long slot = window.take(80, 0);
        window.adjust(slot, 80, 100, 3 * NANOS);
        assertEquals(0, window.used(3 * NANOS));
    }

    @Test
    void moreThanTheLimit_waitsForAnEmptyWindow_notForEver() {
        SlidingWindow window = new SlidingWindow(100, MINUTE, 0);
        assertEquals(0, window.waitFor(window.fitting(5_000), 0));
        window.take(5_000, 0);
        assertEquals(100, window.used(0));
    }

    @Test
    void waitOfMany_spansSeveralWindows() {
        SlidingWindow window = new SlidingWindow(10, MINUTE, 0);
        assertEquals(0, window.waitFor(10, 0));
        assertTrue(window.waitFor(11, 0) >= NANOS);
        assertTrue(window.waitFor(31, 0) >= 3 * NANOS);
    }
}

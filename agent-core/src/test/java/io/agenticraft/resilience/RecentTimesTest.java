package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecentTimesTest {
    @Test
    void tooFewTimes_giveNoQuantile() {
        RecentTimes times = new RecentTimes(0.95, 3);
        times.record(1);
        times.record(2);
        assertTrue(times.quantile() < 0);
        times.record(3);
        assertEquals(3, times.quantile());
    }

    @Test
    void p95OfTwenty_isNotTheMaximum() {
        RecentTimes times = new RecentTimes(0.95, 20);
        for (int i = 1; i <= 20; i++) {
            times.record(i);
        }
        assertEquals(19, times.quantile());
    }

    @Test
    void oldTimes_areForgotten() {
        RecentTimes times = new RecentTimes(0.5, 1);
        for (int i = 0; i < RecentTimes.SIZE; i++) {
            times.record(1_000);
        }
        assertEquals(1_000, times.quantile());
        for (int i = 0; i < RecentTimes.SIZE; i++) {
            times.record(10);
        }
        assertEquals(10, times.quantile());
    }
}

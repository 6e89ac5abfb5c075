package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long START = 1000;

    @Test
    void closedLoop_isDueAtOnce() {
        assertEquals(5000, Pace.closed().next(START, 5000));
    }

    @Test
    void openLoop_knowsNothingOfNow() {
        Pace pace = Pace.evenly(100);
        assertEquals(START, pace.next(START, START));
        assertEquals(START + 10_000_000, pace.next(START, START));
        assertEquals(START + 20_000_000, pace.next(START, START + 900_000_000));
    }

    @Test
    void randomArrivals_haveTheRateAndTheSpreadOfAPoissonProcess() {
        Pace pace = Pace.randomly(1000, new Random(5));
        long previous = pace.next(START, START);
        assertEquals(START, previous);
        int n = 20_000;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            long next = pace.next(START, START);
            assertTrue(next >= previous);
            squares += Math.pow((next - previous) / 1e6, 2);
            previous = next;
        }
        assertEquals(1.0, (previous - START) / 1e6 / n, 0.03);
        // The mean square of an exponential distribution is twice the square of its mean.
        assertEquals(2.0, squares / n, 0.15);
    }

    @Test
    void impossibleRates_areRefused() {
        for (double rate : new double[] {0, -1, Double.NaN, 2e6}) {
            assertThrows(IllegalArgumentException.class, () -> Pace.evenly(rate), () -> rate + "");
        }
    }
}

package io.agenticraft.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    /** As tables of the median's confidence interval have them. */
    @Test
    void median_hasTheRanksOfPrintedTables() {
        assertEquals(new Ranks(1, 6), Ranks.of(6, 0.5));
        assertEquals(new Ranks(2, 9), Ranks.of(10, 0.5));
        assertEquals(new Ranks(6, 15), Ranks.of(20, 0.5));
        assertEquals(new Ranks(40, 61), Ranks.of(100, 0.5));
    }

    @Test
    void tooFewSamples_giveNoInterval() {
        assertNull(Ranks.of(0, 0.5));
        assertNull(Ranks.of(5, 0.5));
        assertNull(Ranks.of(300, 0.99));
        assertNotNull(Ranks.of(400, 0.99));
    }

    @Test
    void ranks_coverTheQuantileAndAreAsCloseAsTheyCanBe() {
        for (int n : new int[] {6, 17, 50, 333, 1000}) {
            for (double fraction : new double[] {0.5, 0.9}) {
                Ranks ranks = Ranks.of(n, fraction);
                if (ranks != null) {
                    double[] below = cumulated(n, fraction);
                    assertTrue(below[(int) ranks.low() - 1] <= 0.025, "low of " + n);
                    assertTrue(below[(int) ranks.low()] > 0.025, "low of " + n + " could be higher");
                    assertTrue(1 - below[(int) ranks.high() - 1] <= 0.025 + 1e-12, "high of " + n);
                    assertTrue(1 - below[(int) ranks.high() - 2] > 0.025, "high of " + n + " could be lower");
                }
            }
        }
    }

    @Test
    void manySamples_areNoTrouble() {
        Ranks ranks = Ranks.of(1_000_000, 0.999);
        assertNotNull(ranks);
        // The normal approximation: 999000 plus or minus 1.96 * sqrt(n p (1 - p)), which is 62.
        assertTrue(Math.abs(ranks.low() - (999_000 - 62)) <= 3, ranks::toString);
        assertTrue(Math.abs(ranks.high() - (999_000 + 62)) <= 3, ranks::toString);
    }

    @Test
    void intervals_holdTheTrueMedianAsOftenAsTheySay() {
        Random random = new Random(7);
        int hits = 0;
        for (int experiment = 0; experiment < 2000; experiment++) {
            double[] samples = random.doubles(50).sorted().toArray();
            Ranks ranks = Ranks.of(50, 0.5);
            assertNotNull(ranks);
            if (samples[(int) ranks.low() - 1] <= 0.5 && samples[(int) ranks.high() - 1] >= 0.5) {
                hits++;
            }
        }
        assertTrue(hits >= 1900 - 40, hits + " of 2000");
    }

    /** The probabilities of at most k successes, by Pascal's triangle instead of logarithms. */
    private static double[] cumulated(int n, double success) {
        double[] row = {1};
        for (int i = 1; i <= n; i++) {
            double[] next = Arrays.copyOf(row, i + 1);
            for (int k = 0; k <= i; k++) {
                double without = k < i ? row[k] * (1 - success) : 0;
                next[k] = without + (k > 0 ? row[k - 1] * success : 0);
            }
            row = next;
        }
        for (int k = 1; k <= n; k++) {
            row[k] += row[k - 1];
        }
        return row;
    }
}

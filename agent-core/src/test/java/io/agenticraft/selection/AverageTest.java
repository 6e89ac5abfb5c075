package io.agenticraft.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AverageTest {
    private final Average average = new Average();

    @Test
    void nothingKnown_isThePrior() {
        assertEquals(7, average.or(7, 1));
    }

    @Test
    void evidence_pullsAwayFromThePrior() {
        average.add(100, 1);
        assertEquals(50, average.or(0, 1), 1e-9);
        for (int i = 0; i < 99; i++) {
            average.add(100, 1);
        }
        assertEquals(99, average.or(0, 1), 0.1);
        assertEquals(50, average.or(0, 0.5), 1);
        assertEquals(0, average.or(0, 0), 1e-9);
    }

    @Test
    void fewValues_countEqually_andThenTheNewestMost() {
        average.add(10, 1);
        average.add(20, 1);
        assertEquals(15, average.or(15, 1), 1e-9);
        for (int i = 0; i < 20; i++) {
            average.add(15, 1);
        }
        average.add(25, 1);
        assertEquals(15 + 10 * Average.WEIGHT, average.or(18, 1), 0.1);
    }

    @Test
    void valueAfterALongRest_outweighsAllBefore() {
        for (int i = 0; i < 100; i++) {
            average.add(100, 1);
        }
        average.add(10, 0);

        assertEquals(10, average.or(10, 1), 1e-9);
    }
}

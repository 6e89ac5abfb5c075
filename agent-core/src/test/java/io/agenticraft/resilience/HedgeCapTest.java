package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HedgeCapTest {
    @Test
    void hedge_isEarnedBeforeItIsTaken() {
        HedgeCap cap = new HedgeCap(0.1, 100);
        for (int i = 0; i < 9; i++) {
            cap.earn();
        }
        assertFalse(cap.take());
        cap.earn();
        assertTrue(cap.take());
        assertFalse(cap.take());
    }

    @Test
    void hedgeNotMade_canBeTakenAgain() {
        HedgeCap cap = new HedgeCap(1, 1);
        cap.earn();
        assertTrue(cap.take());
        cap.giveBack();
        assertTrue(cap.take());
    }

    @Test
    void savings_areBoundedByTheWindow() {
        HedgeCap cap = new HedgeCap(0.1, 50);
        for (int i = 0; i < 10_000; i++) {
            cap.earn();
        }
        int taken = 0;
        while (cap.take()) {
            taken++;
        }
        assertEquals(5, taken);
    }
}

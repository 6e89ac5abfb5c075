package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private final Concurrency concurrency = new Concurrency(16);

    @Test
    void limit_halvesItDownToOne() {
        int[] expected = {8, 4, 2, 1, 1};
        for (int now : expected) {
            concurrency.limited(concurrency.sent());
            assertEquals(now, concurrency.now());
        }
    }

    @Test
    void limitOfWhatWasSentBeforeTheLastOne_saysNothingNew() {
        long first = concurrency.sent();
        long second = concurrency.sent();
        concurrency.limited(first);
        concurrency.limited(second);
        assertEquals(8, concurrency.now());
    }

    @Test
    void successes_raiseItByOnePerRound_upToTheMost() {
        concurrency.limited(concurrency.sent());
        for (int i = 0; i < 8; i++) {
            concurrency.succeeded();
        }
        assertEquals(8, concurrency.now());
        concurrency.succeeded();
        assertEquals(9, concurrency.now());
        for (int i = 0; i < 1_000; i++) {
            concurrency.succeeded();
        }
        assertEquals(16, concurrency.now());
    }
}

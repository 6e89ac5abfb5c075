package io.agenticraft.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentValuesTest {

    @Test
    void p95_agreesWithASortedListOfTheLast64() {
        Random random = new Random(11);
        RecentValues values = new RecentValues();
        Deque<Double> last = new ArrayDeque<>();
        for (int i = 0; i < 1_000; i++) {
            double value = random.nextInt(50);
            values.add(value);
            last.addLast(value);
            if (last.size() > 64) {
                last.removeFirst();
            }
            double[] sorted =
                    last.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            assertEquals(sorted[(int) Math.ceil(0.95 * sorted.length) - 1], values.p95());
            assertEquals(sorted.length, values.count());
        }
    }

    @Test
    void clear_forgetsAll() {
        RecentValues values = new RecentValues();
        for (int i = 0; i < 100; i++) {
            values.add(1_000);
        }
        values.clear();
        values.add(5);

        assertEquals(1, values.count());
        assertEquals(5, values.p95());
    }
}

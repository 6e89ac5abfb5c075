package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void durations_areMarkedAtOneTwoAndFive() {
        assertEquals(List.of("10 ms", "20 ms", "50 ms", "100 ms", "200 ms"), labels(Axis.durations(13, 180, 0, 100)));
        assertEquals(List.of("500 ms", "700 ms", "1 s", "1.50 s", "2 s"), labels(Axis.durations(600, 1800, 0, 100)));
        assertEquals(List.of("500 µs", "700 µs", "1 ms"), labels(Axis.durations(0.7, 0.9, 0, 100)));
    }

    @Test
    void wideRanges_areMarkedAtPowersOfTen() {
        assertEquals(List.of("1 ms", "10 ms", "100 ms", "1 s", "10 s"), labels(Axis.durations(1, 9_999, 0, 100)));
    }

    @Test
    void values_lieBetweenTheEnds() {
        Axis axis = Axis.durations(10, 1000, 50, 250);
        assertEquals(50, axis.at(10), 0.01);
        assertEquals(150, axis.at(100), 0.01);
        assertEquals(250, axis.at(1000), 0.01);
        assertEquals(250, axis.at(5000), 0.01);
    }

    @Test
    void singleValue_hasAnAxis() {
        Axis axis = Axis.durations(20, 20, 0, 100);
        assertTrue(axis.high() > axis.low(), axis::toString);
        assertEquals(0, axis.at(20), 0.01);
    }

    @Test
    void quantiles_areAsFarApartAsTheyAreRare() {
        Axis axis = Axis.quantiles(0.999, 0, 300);
        assertEquals(List.of("0 %", "50 %", "90 %", "99 %", "99.9 %"), labels(axis));
        assertEquals(100, axis.at(0.9), 0.1);
        assertEquals(200, axis.at(0.99), 0.1);
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }
}

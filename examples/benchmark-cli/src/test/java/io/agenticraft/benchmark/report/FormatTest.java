package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.benchmark.measure.Interval;
import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void durations_haveThreeDigitsAndAUnit() {
        assertEquals("0.50 µs", Format.duration(0.0005));
        assertEquals("12.3 µs", Format.duration(0.01234));
        assertEquals("1.23 ms", Format.duration(1.234));
        assertEquals("12.3 ms", Format.duration(12.34));
        assertEquals("100 ms", Format.duration(99.96));
        assertEquals("123 ms", Format.duration(123.4));
        assertEquals("1.23 s", Format.duration(1234.0));
        assertEquals("75.0 s", Format.duration(75_000.0));
    }

    @Test
    void unknown_isADash() {
        assertEquals("-", Format.duration(null));
        assertEquals("-", Format.range(null));
        assertEquals("-", Format.rate(null));
        assertEquals("-", Format.usd(null));
    }

    @Test
    void money_keepsSmallSums() {
        assertEquals("0", Format.usd(0.0));
        assertEquals("0.000015", Format.usd(0.000015));
        assertEquals("1.2500", Format.usd(1.25));
    }

    @Test
    void range_hasBothEnds() {
        assertEquals("1.00 ms to 2.00 s", Format.range(new Interval(1, 2000)));
    }
}

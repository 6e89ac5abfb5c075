package io.agenticraft.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistributionTest {
    private final Distribution distribution = Distribution.ofDurations();

    @Test
    void nothing_hasNoFigures() {
        assertEquals(0, distribution.count());
        assertNull(distribution.mean());
        assertNull(distribution.max());
        assertNull(distribution.min());
        assertEquals(List.of(), distribution.steps());
        for (Quantile quantile : Quantile.values()) {
            assertNull(distribution.quantile(quantile));
            assertNull(distribution.interval(quantile));
        }
    }

    @ParameterizedTest
    @EnumSource
    void seedMistake_quantileOfTooFewSamplesIsTheirMaximum(Quantile quantile) {
        fill(quantile.minimum() - 1);
        assertNull(distribution.quantile(quantile));
        distribution.record(quantile.minimum() * 1_000_000);
        Double value = distribution.quantile(quantile);
        assertNotNull(value);
        assertTrue(value < quantile.minimum() * 0.9995, value + " is the largest of " + quantile.minimum());
    }

    @Test
    void quantiles_areThoseOfTheSortedSamples() {
        fill(1000);
        assertEquals(500, figure(Quantile.P50), 0.5);
        assertEquals(900, figure(Quantile.P90), 0.9);
        assertEquals(990, figure(Quantile.P99), 1);
        assertEquals(999, figure(Quantile.P999), 1);
        assertEquals(1, distribution.atFraction(0), 0.001);
        assertEquals(1000, distribution.atFraction(1), 1);
        Double mean = distribution.mean();
        assertNotNull(mean);
        assertEquals(500.5, mean, 0.5);
    }

    @Test
    void interval_liesAroundItsQuantile() {
        fill(100);
        Interval interval = distribution.interval(Quantile.P50);
        assertNotNull(interval);
        assertEquals(40, interval.low(), 0.04);
        assertEquals(61, interval.high(), 0.06);
    }

    @Test
    void error_isAtMostATenthOfAPercent() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            Distribution one = Distribution.ofDurations();
            long nanos = (long) Math.exp(random.nextDouble() * 25);
            one.record(nanos);
            assertEquals(nanos / 1e6, one.atFraction(0.5), nanos / 1e9 + 1e-6);
        }
    }

    @Test
    void steps_countUpToAll() {
        distribution.record(1_000_000);
        distribution.record(1_000_000);
        distribution.record(5_000_000);
        List<Distribution.Step> steps = distribution.steps();
        assertEquals(
                List.of(2L, 3L), steps.stream().map(Distribution.Step::count).toList());
        assertEquals(5, steps.get(1).value(), 0.005);
    }

    @Test
    void rates_areReadInWholes() {
        Distribution rates = Distribution.ofRates();
        rates.record(66_500);
        rates.record(66_500);
        assertEquals(66.5, rates.atFraction(0.5), 0.07);
    }

    private void fill(long millis) {
        for (long i = 1; i <= millis; i++) {
            distribution.record(i * 1_000_000);
        }
    }

    private double figure(Quantile quantile) {
        Double value = distribution.quantile(quantile);
        assertNotNull(value);
        return value;
    }
}

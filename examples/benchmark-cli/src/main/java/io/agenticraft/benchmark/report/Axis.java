package io.agenticraft.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Where values lie on a line of pixels, and which of them are marked. */
record Axis(DoubleUnaryOperator scale, double low, double high, double from, double to, List<Tick> ticks) {
    private static final double[] STEPS = {1, 2, 5};
    private static final double[] FINE = {1, 1.5, 2, 3, 4, 5, 7};
    private static final double[] COARSE = {1};

    /** A value that is marked. */
    record Tick(double value, String label) {}

    double at(double value) {
        double share = (scale.applyAsDouble(value) - scale.applyAsDouble(low))
                / (scale.applyAsDouble(high) - scale.applyAsDouble(low));
        return from + Math.max(0, Math.min(1, share)) * (to - from);
    }

    /** Durations in milliseconds, logarithmic: a fast and a slow model fit on it both. */
    static Axis durations(double low, double high, double from, double to) {
        double bottom = stepDown(low);
        double top = stepUp(Math.max(high, bottom * 1.01));
        List<Tick> ticks = new ArrayList<>();
        double ratio = top / bottom;
        double[] steps = ratio > 2e3 ? COARSE : ratio > 10 ? STEPS : FINE;
        for (double decade = Math.floor(Math.log10(bottom)); decade <= Math.log10(top) + 1e-9; decade++) {
            for (double step : steps) {
                double value = step * Math.pow(10, decade);
                if (value >= bottom * 0.999 && value <= top * 1.001) {
                    ticks.add(new Tick(value, plain(value)));
                }
            }
        }
        return new Axis(Math::log10, bottom, top, from, to, ticks);
    }

    /** Shares of all samples from 0 to 1. */
    static Axis shares(double from, double to) {
        List<Tick> ticks = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += 25) {
            ticks.add(new Tick(percent / 100.0, percent + " %"));
        }
        return new Axis(x -> x, 0, 1, from, to, ticks);
    }

    /** Quantiles, as far apart as the samples beyond them are rare. */
    static Axis quantiles(double high, double from, double to) {
        List<Tick> ticks = new ArrayList<>();
        for (double value : new double[] {0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999}) {
            if (value <= high) {
                ticks.add(new Tick(
                        value, Double.toString(Math.rint(value * 1e5) / 1e3).replaceAll("\\.0$", "") + " %"));
            }
        }
        return new Axis(x -> -Math.log10(1 - x), 0, high, from, to, ticks);
    }

    /** Counts from 0. */
    static Axis counts(double high, double from, double to) {
        double top = Math.max(1, high);
        return new Axis(x -> x, 0, top, from, to, List.of(new Tick(0, "0"), new Tick(top, Long.toString((long) top))));
    }

    private static double stepDown(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double result = decade;
        for (double step : STEPS) {
            result = step * decade <= value ? step * decade : result;
        }
        return result;
    }

    private static double stepUp(double value) {
        double down = stepDown(value);
        return down >= value ? down : stepDown(down * 2.5001);
    }

    private static String plain(double millis) {
        if (millis >= 1000) {
            return trimmed(millis / 1000) + " s";
        }
        return millis >= 1 ? trimmed(millis) + " ms" : trimmed(millis * 1000) + " µs";
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Format.digits(value);
    }
}

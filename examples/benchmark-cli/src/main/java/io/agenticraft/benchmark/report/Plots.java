package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Distribution;
import io.agenticraft.benchmark.measure.Distribution.Step;
import java.util.ArrayList;
import java.util.List;

/** The plots of some distributions of durations, each under its name and all on one axis. */
final class Plots {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int BAR_HEIGHT = 150;
    private static final int BARS = 48;
    private static final double SMALLEST_MILLIS = 0.001;

    /** A distribution and what it is of; {@code series} gives it the same colour everywhere. */
    record Series(int series, String name, Distribution distribution) {}

    private final List<Series> all;
    private final double low;
    private final double high;
    private final long most;

    Plots(List<Series> series) {
        all = series.stream().filter(one -> one.distribution().count() > 0).toList();
        low = Math.max(
                SMALLEST_MILLIS,
                all.stream()
                        .mapToDouble(one -> one.distribution().atFraction(0))
                        .min()
                        .orElse(1));
        high = Math.max(
                low,
                all.stream()
                        .mapToDouble(one -> one.distribution().atFraction(1))
                        .max()
                        .orElse(1));
        most = all.stream().mapToLong(one -> one.distribution().count()).max().orElse(1);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Latency by quantile: what one in ten, in a hundred, in a thousand waits at least. */
    String quantiles(String title, String of) {
        Chart chart = new Chart(WIDTH, HEIGHT, title);
        Axis x = Axis.quantiles(1 - 0.5 / Math.max(2, most), Chart.LEFT, chart.right());
        Axis y = Axis.durations(low, high, chart.bottom(), Chart.TOP);
        chart.axes(x, "share of requests", y, of);
        for (Series one : all) {
            List<double[]> points = new ArrayList<>();
            double previous = 0;
            for (Step step : one.distribution().steps()) {
                double height = y.at(step.value());
                points.add(new double[] {x.at(previous), height});
                previous = (step.count() - 0.5) / one.distribution().count();
                points.add(new double[] {x.at(previous), height});
            }
            chart.curve(one.series(), one.name(), points);
        }
        return chart.svg();
    }

    /** The share of requests that took no longer. */
    String cumulative(String title, String of) {
        Chart chart = new Chart(WIDTH, HEIGHT, title);
        Axis x = Axis.durations(low, high, Chart.LEFT, chart.right());
        Axis y = Axis.shares(chart.bottom(), Chart.TOP);
        chart.axes(x, of, y, "share of requests");
        for (Series one : all) {
            List<double[]> points = new ArrayList<>();
            double height = y.at(0);
            for (Step step : one.distribution().steps()) {
                points.add(new double[] {x.at(step.value()), height});
                height = y.at(step.count() / (double) one.distribution().count());
                points.add(new double[] {x.at(step.value()), height});
            }
            chart.curve(one.series(), one.name(), points);
        }
        return chart.svg();
    }

    /** How many requests took how long, in bars of equal ratios. */
    String histogram(Series one, String of) {
        Chart chart = new Chart(WIDTH, BAR_HEIGHT, one.name() + ": " + of);
        Axis x = Axis.durations(low, high, Chart.LEFT, chart.right());
        double ratio = Math.pow(x.high() / x.low(), 1.0 / BARS);
        double[] counts = counts(one.distribution(), x.low(), ratio);
        double top = 0;
        for (double count : counts) {
            top = Math.max(top, count);
        }
        Axis y = Axis.counts(top, chart.bottom(), Chart.TOP);
        chart.axes(x, of, y, "requests");
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double from = x.low() * Math.pow(ratio, i);
                String range = Format.duration(from) + " to " + Format.duration(from * ratio) + ": " + (long) counts[i];
                chart.bar(one.series(), x.at(from), x.at(from * ratio), y.at(counts[i]), range);
            }
        }
        return chart.svg();
    }

    List<Series> all() {
        return all;
    }

    private static double[] counts(Distribution of, double from, double ratio) {
        double[] counts = new double[BARS];
        long previous = 0;
        for (Step step : of.steps()) {
            int bar = (int) Math.floor(Math.log(step.value() / from) / Math.log(ratio));
            counts[Math.max(0, Math.min(BARS - 1, bar))] += step.count() - previous;
            previous = step.count();
        }
        return counts;
    }
}

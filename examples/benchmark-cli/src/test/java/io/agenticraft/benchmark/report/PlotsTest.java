package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Distribution;
import io.agenticraft.benchmark.measure.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlotsTest {
    private static final Pattern BAR = Pattern.compile("<rect[^>]*><title>[^:]*: (\\d+)</title>");

    @Test
    void nothing_isEmpty() {
        assertTrue(new Plots(List.of()).isEmpty());
        assertTrue(new Plots(List.of(new Plots.Series(0, "a", Distribution.ofDurations()))).isEmpty());
    }

    @Test
    void bars_holdAllSamples() {
        Plots.Series one = series(0, 777);
        String svg = new Plots(List.of(one)).histogram(one, "latency");
        int sum = 0;
        for (String count : BAR.matcher(svg).results().map(bar -> bar.group(1)).toList()) {
            sum += Integer.parseInt(count);
        }
        assertEquals(777, sum);
    }

    @Test
    void cumulativeCurve_onlyRisesFromNothingToAll() {
        Plots plots = new Plots(List.of(series(3, 200)));
        List<double[]> points = points(plots.cumulative("title", "latency"));
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i)[0] >= points.get(i - 1)[0], "to the right");
            assertTrue(points.get(i)[1] <= points.get(i - 1)[1], "up");
        }
        assertEquals(276, points.get(0)[1], 0.01);
        assertEquals(12, points.get(points.size() - 1)[1], 0.01);
    }

    @Test
    void quantileCurve_onlyRises() {
        List<double[]> points = points(new Plots(List.of(series(0, 200))).quantiles("title", "latency"));
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i)[1] <= points.get(i - 1)[1], "up");
        }
        assertEquals(64, points.get(0)[0], 0.01);
    }

    @Test
    void manySamples_areNotAsManyPoints() {
        List<double[]> points = points(new Plots(List.of(series(0, 50_000))).cumulative("title", "latency"));
        assertTrue(points.size() < 2000, points.size() + " points");
        assertTrue(points.size() > 100, points.size() + " points");
    }

    @Test
    void series_keepsItsColour() {
        Plots plots = new Plots(List.of(new Plots.Series(0, "none", Distribution.ofDurations()), series(5, 10)));
        String svg = plots.cumulative("title", "latency");
        assertTrue(svg.contains("class=\"s5\""), svg);
        assertFalse(svg.contains("class=\"s0\""), svg);
    }

    private static Plots.Series series(int number, int answers) {
        return new Plots.Series(number, "name", Samples.answers(answers, true).latency());
    }

    private static List<double[]> points(String svg) {
        MatchResult curve = Pattern.compile("points=\"([^\"]*)\"")
                .matcher(svg)
                .results()
                .findFirst()
                .orElseThrow();
        List<double[]> points = new ArrayList<>();
        for (String point : curve.group(1).strip().split(" ", -1)) {
            String[] both = point.split(",", -1);
            points.add(new double[] {Double.parseDouble(both[0]), Double.parseDouble(both[1])});
        }
        return points;
    }
}

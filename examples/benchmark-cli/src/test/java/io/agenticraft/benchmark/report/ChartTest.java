package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void title_saysWhatItIsToThoseWhoCannotSeeIt() {
        String svg = new Chart(720, 320, "Latency of <models>").svg();
        assertTrue(
                svg.startsWith("<svg viewBox=\"0 0 720 320\" role=\"img\"><title>Latency of &lt;models&gt;</title>"),
                svg);
        assertTrue(svg.endsWith("</svg>\n"), svg);
    }

    @Test
    void curve_leavesOutPointsThatNobodyCouldTellApart() {
        String svg = new Chart(720, 320, "title")
                .curve(2, "name", List.of(point(10, 10), point(10.2, 10.1), point(50, 10), point(50.1, 10.1)))
                .svg();
        assertTrue(
                svg.contains("<polyline class=\"s2\" points=\"10.0,10.0 50.0,10.0 50.1,10.1 \"><title>name</title>"),
                svg);
    }

    @Test
    void axes_haveALineAndALabelForEachMark() {
        Chart chart = new Chart(720, 320, "title");
        Axis x = Axis.durations(10, 100, Chart.LEFT, chart.right());
        Axis y = Axis.shares(chart.bottom(), Chart.TOP);
        String svg = chart.axes(x, "latency", y, "share").svg();
        assertEquals(x.ticks().size() + y.ticks().size(), svg.split("<line ", -1).length - 1);
        for (String label : List.of(">10 ms<", ">100 ms<", ">0 %<", ">50 %<", ">100 %<", ">latency<", ">share<")) {
            assertTrue(svg.contains(label), label);
        }
    }

    @Test
    void bar_isNeverThinnerThanOneCanSee() {
        String svg = new Chart(720, 150, "title").bar(0, 100, 100.2, 50, "one").svg();
        assertTrue(svg.contains("width=\"0.5\" height=\"56.0\""), svg);
    }

    private static double[] point(double x, double y) {
        return new double[] {x, y};
    }
}

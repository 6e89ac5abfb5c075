package io.agenticraft.benchmark.report;

import java.util.List;
import java.util.Locale;

/** One plot as SVG: a frame, marked axes, and lines or bars in it. Colours are the page's. */
final class Chart {
    static final double LEFT = 64;
    static final double TOP = 12;
    private static final double RIGHT_MARGIN = 16;
    private static final double BOTTOM_MARGIN = 44;
    private static final double CLOSE = 0.5;

    private final int width;
    private final int height;
    private final StringBuilder out = new StringBuilder();

    Chart(int width, int height, String title) {
        this.width = width;
        this.height = height;
        out.append("<svg viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\">");
        out.append("<title>").append(Html.escaped(title)).append("</title>");
    }

    double right() {
        return width - RIGHT_MARGIN;
    }

    double bottom() {
        return height - BOTTOM_MARGIN;
    }

    Chart axes(Axis x, String xLabel, Axis y, String yLabel) {
        for (Axis.Tick tick : x.ticks()) {
            double at = x.at(tick.value());
            line(at, TOP, at, bottom());
            text(at, bottom() + 16, "middle", tick.label());
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = y.at(tick.value());
            line(LEFT, at, right(), at);
            text(LEFT - 6, at + 4, "end", tick.label());
        }
        text((LEFT + right()) / 2, height - 8, "middle", xLabel);
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"label\" text-anchor=\"middle\" transform=\"translate(12 %.1f) rotate(-90)\">%s</text>",
                (TOP + bottom()) / 2,
                Html.escaped(yLabel)));
        return this;
    }

    /** A line through points in pixels; of those that nobody could tell apart only one is drawn. */
    Chart curve(int series, String name, List<double[]> points) {
        out.append("<polyline class=\"s").append(series).append("\" points=\"");
        double[] last = {-1e9, -1e9};
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            boolean far = Math.abs(point[0] - last[0]) > CLOSE || Math.abs(point[1] - last[1]) > CLOSE;
            if (far || i == points.size() - 1) {
                out.append(String.format(Locale.ROOT, "%.1f,%.1f ", point[0], point[1]));
                last = point;
            }
        }
        out.append("\"><title>").append(Html.escaped(name)).append("</title></polyline>");
        return this;
    }

    Chart bar(int series, double left, double right, double top, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"b%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                series,
                left,
                top,
                Math.max(0.5, right - left - 1),
                bottom() - top,
                Html.escaped(title)));
        return this;
    }

    private void line(double x1, double y1, double x2, double y2) {
        out.append(
                String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x1, y1, x2, y2));
    }

    private void text(double x, double y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                Html.escaped(text)));
    }

    String svg() {
        return out + "</svg>\n";
    }
}

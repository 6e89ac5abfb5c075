package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Distribution;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The page: figures first, then what they look like. */
final class HtmlWriter implements ReportWriter {
    @Override
    public String write(Report report) {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.append("<title>Benchmark of models</title>\n<style>\n")
                .append(Html.STYLE)
                .append(Html.seriesStyle());
        out.append("</style>\n</head>\n<body>\n<h1>Benchmark of models</h1>\n");
        out.append("<p class=\"banner\">Measured against ")
                .append(Html.escaped(report.against().sentence()));
        out.append(report.complete() ? "" : ". <strong>INCOMPLETE: it was interrupted.</strong>")
                .append("</p>\n");
        settings(out, report);
        table(out, Table.of(report));
        notes(out, Notes.of(report));
        plots(out, report);
        return out.append("</body>\n</html>\n").toString();
    }

    private static void settings(StringBuilder out, Report report) {
        out.append("<dl>\n<dt>Started</dt><dd>").append(report.startedAt()).append("</dd>\n");
        report.settings()
                .forEach((name, value) -> out.append("<dt>")
                        .append(Html.escaped(name))
                        .append("</dt><dd>")
                        .append(Html.escaped(value))
                        .append("</dd>\n"));
        out.append("</dl>\n");
    }

    private static void table(StringBuilder out, Table table) {
        out.append("<h2>Figures</h2>\n<div class=\"wide\"><table>\n<thead><tr>");
        table.headings()
                .forEach(heading -> out.append("<th scope=\"col\">")
                        .append(Html.escaped(heading))
                        .append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean prompt = i == 0 && row.get(0).startsWith(" ");
                out.append(prompt ? "<td class=\"prompt\">" : "<td>")
                        .append(Html.escaped(row.get(i).strip()))
                        .append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private static void notes(StringBuilder out, List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        out.append("<ul>\n");
        notes.forEach(note -> out.append("<li>").append(Html.escaped(note)).append("</li>\n"));
        out.append("</ul>\n");
    }

    private static void plots(StringBuilder out, Report report) {
        Plots latency = new Plots(series(report, Recording::latency));
        if (latency.isEmpty()) {
            out.append("<p>Nothing was answered, so there is nothing to plot.</p>\n");
            return;
        }
        out.append("<h2>Latency</h2>\n");
        key(out, latency);
        out.append("<h3>By quantile</h3>\n").append(latency.quantiles("Latency by quantile", "latency"));
        out.append("<h3>Share of answers that took no longer</h3>\n");
        out.append(latency.cumulative("Cumulative distribution of latency", "latency"));
        out.append("<h3>How many took how long</h3>\n");
        latency.all()
                .forEach(one -> out.append("<p>")
                        .append(Html.escaped(one.name()))
                        .append("</p>\n")
                        .append(latency.histogram(one, "latency")));
        Plots first = new Plots(series(report, Recording::firstToken));
        out.append("<h2>First token</h2>\n");
        if (first.isEmpty()) {
            out.append("<p>The answers were not streamed.</p>\n");
        } else {
            key(out, first);
            out.append(
                    first.cumulative("Cumulative distribution of the time to the first token", "time to first token"));
        }
    }

    private static void key(StringBuilder out, Plots plots) {
        out.append("<p class=\"key\">");
        plots.all()
                .forEach(one -> out.append("<svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><polyline class=\"s")
                        .append(one.series())
                        .append("\" points=\"2,8 38,8\"/></svg> ")
                        .append(Html.escaped(one.name()))
                        .append(" &#160; "));
        out.append("</p>\n");
    }

    private static List<Plots.Series> series(Report report, Function<Recording, Distribution> of) {
        List<Plots.Series> series = new ArrayList<>();
        for (Result result : report.results()) {
            series.add(new Plots.Series(Html.series(series.size()), result.target(), of.apply(result.total())));
        }
        return series;
    }
}

package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a report in cells, for the terminal and the page alike. */
record Table(List<String> headings, List<List<String>> rows) {
    private static final List<String> HEADINGS = List.of(
            "model",
            "n",
            "errors",
            "p50",
            "95 % interval of p50",
            "p90",
            "p99",
            "p99.9",
            "first token p50",
            "inter-token p50",
            "tokens/s p50",
            "answers/s",
            "USD");

    static Table of(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : report.results()) {
            rows.add(row(result.target(), result.total(), result));
            if (result.byPrompt().size() > 1) {
                int number = 0;
                for (Map.Entry<String, Recording> prompt : result.byPrompt().entrySet()) {
                    rows.add(row("  " + ++number + ". " + shortened(prompt.getKey()), prompt.getValue(), null));
                }
            }
        }
        return new Table(HEADINGS, rows);
    }

    private static List<String> row(String name, Recording of, @Nullable Result whole) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        cells.add(Long.toString(of.answers()));
        cells.add(Long.toString(of.errors()));
        cells.add(Format.duration(of.latency().quantile(Quantile.P50)));
        cells.add(Format.range(of.latency().interval(Quantile.P50)));
        cells.add(Format.duration(of.latency().quantile(Quantile.P90)));
        cells.add(Format.duration(of.latency().quantile(Quantile.P99)));
        cells.add(Format.duration(of.latency().quantile(Quantile.P999)));
        cells.add(Format.duration(of.firstToken().quantile(Quantile.P50)));
        cells.add(Format.duration(of.interToken().quantile(Quantile.P50)));
        cells.add(Format.rate(of.tokensPerSecond().quantile(Quantile.P50)));
        cells.add(whole == null ? "" : Format.rate(whole.answersPerSecond()));
        cells.add(Format.usd(of.usd()));
        return cells;
    }

    private static String shortened(String prompt) {
        String line = prompt.lines().findFirst().orElse("");
        return line.length() <= 28 ? line : line.substring(0, line.offsetByCodePoints(0, 25)) + "...";
    }
}

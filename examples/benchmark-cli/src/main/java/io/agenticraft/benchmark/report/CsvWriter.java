package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Interval;
import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each line says itself against what it was measured: lines of several runs are soon in one file. */
final class CsvWriter implements ReportWriter {
    private static final List<String> HEADINGS = List.of(
            "against",
            "started_at",
            "complete",
            "provider",
            "model",
            "prompt",
            "streamed",
            "answers",
            "errors",
            "errors_by_type",
            "unsent",
            "p50_ms",
            "p50_low_ms",
            "p50_high_ms",
            "p90_ms",
            "p99_ms",
            "p999_ms",
            "mean_ms",
            "max_ms",
            "service_p50_ms",
            "service_p99_ms",
            "first_token_p50_ms",
            "first_token_p99_ms",
            "inter_token_p50_ms",
            "tokens_per_second_p50",
            "input_tokens",
            "output_tokens",
            "usd");

    @Override
    public String write(Report report) {
        StringBuilder out = new StringBuilder();
        append(out, HEADINGS);
        for (Result result : report.results()) {
            append(out, cells(report, result, "", result.total()));
            if (result.byPrompt().size() > 1) {
                for (Map.Entry<String, Recording> prompt : result.byPrompt().entrySet()) {
                    append(out, cells(report, result, prompt.getKey(), prompt.getValue()));
                }
            }
        }
        return out.toString();
    }

    private static List<String> cells(Report report, Result result, String prompt, Recording of) {
        List<String> cells = new ArrayList<>(List.of(
                report.against().label(),
                report.startedAt().toString(),
                Boolean.toString(result.complete()),
                result.provider(),
                result.model(),
                prompt,
                Boolean.toString(result.streamed()),
                Long.toString(of.answers()),
                Long.toString(of.errors()),
                errors(of),
                Long.toString(result.unsent())));
        Interval interval = of.latency().interval(Quantile.P50);
        cells.add(text(of.latency().quantile(Quantile.P50)));
        cells.add(text(interval == null ? null : interval.low()));
        cells.add(text(interval == null ? null : interval.high()));
        cells.add(text(of.latency().quantile(Quantile.P90)));
        cells.add(text(of.latency().quantile(Quantile.P99)));
        cells.add(text(of.latency().quantile(Quantile.P999)));
        cells.add(text(of.latency().mean()));
        cells.add(text(of.latency().max()));
        cells.add(text(of.service().quantile(Quantile.P50)));
        cells.add(text(of.service().quantile(Quantile.P99)));
        cells.add(text(of.firstToken().quantile(Quantile.P50)));
        cells.add(text(of.firstToken().quantile(Quantile.P99)));
        cells.add(text(of.interToken().quantile(Quantile.P50)));
        cells.add(text(of.tokensPerSecond().quantile(Quantile.P50)));
        cells.add(Long.toString(of.inputTokens()));
        cells.add(Long.toString(of.outputTokens()));
        cells.add(text(of.usd()));
        return cells;
    }

    private static String errors(Recording of) {
        return of.failures().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().count())
                .collect(Collectors.joining("; "));
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    private static void append(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}

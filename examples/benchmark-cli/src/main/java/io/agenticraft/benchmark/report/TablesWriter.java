package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Distribution;
import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.benchmark.measure.Switching;
import io.agenticraft.benchmark.measure.TablesReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** The two tables of the guide to provider switching, in Markdown. */
public final class TablesWriter {
    private static final int ENOUGH_FOR_A_RANGE = 10;

    private TablesWriter() {}

    /** Writes them, each with what it was measured against. */
    public static String markdown(TablesReport tables) {
        StringBuilder out = new StringBuilder("### Provider switching overhead\n\n");
        String origin = origin(tables.responses());
        out.append(origin);
        out.append("| Operation | Provider and model | n | p50 | p90 | Impact |\n|---|---|---|---|---|---|\n");
        tables.switching().forEach(one -> rows(one, out));
        out.append('\n');
        tables.switching().forEach(one -> notes(one, out));
        out.append("\n### Provider response times\n\n").append(origin);
        out.append("| Provider | Model | First token | Full response | Tokens/sec | n |\n|---|---|---|---|---|---|\n");
        tables.responses().results().forEach(result -> row(result, out));
        out.append('\n');
        Notes.of(tables.responses())
                .forEach(note -> out.append("- ").append(note).append('\n'));
        return out.toString();
    }

    private static String origin(Report report) {
        LocalDate day = report.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
        StringBuilder out = new StringBuilder(
                "Measured on " + day + " against " + report.against().sentence() + ".\n\n");
        report.settings()
                .forEach((name, value) ->
                        out.append("- ").append(name).append(": ").append(value).append(".\n"));
        return out.append(report.complete() ? "\n" : "**INCOMPLETE: it was interrupted.**\n\n")
                .toString();
    }

    private static void rows(Switching costs, StringBuilder out) {
        Double call = costs.laterCalls().quantile(Quantile.P50);
        row("Provider instance creation", costs, costs.creation(), call, out);
        row("Switch to an instance that is there", costs, costs.switching(), call, out);
        row("Credential validation (new connection)", costs, costs.validation(), call, out);
        row("First API call (new connection)", costs, costs.firstCall(), call, out);
        row("Subsequent API calls", costs, costs.laterCalls(), call, out);
    }

    private static void row(
            String operation, Switching costs, Distribution of, @Nullable Double call, StringBuilder out) {
        Double median = of.quantile(Quantile.P50);
        String impact = median == null || call == null ? Format.NONE : share(median / call);
        out.append("| ")
                .append(operation)
                .append(" | ")
                .append(Markdown.cell(costs.target()))
                .append(" | ");
        out.append(of.count()).append(" | ").append(Format.duration(median)).append(" | ");
        out.append(Format.duration(of.quantile(Quantile.P90)))
                .append(" | ")
                .append(impact)
                .append(" |\n");
    }

    private static String share(double of) {
        return of < 0.0001 ? "less than 0.01 % of a call" : Format.digits(of * 100) + " % of a call";
    }

    private static void notes(Switching costs, StringBuilder out) {
        if (costs.trouble() != null) {
            out.append("- ")
                    .append(costs.target())
                    .append(" was given up: ")
                    .append(costs.trouble())
                    .append('\n');
        }
    }

    private static void row(Result result, StringBuilder out) {
        out.append("| ").append(Markdown.cell(result.provider())).append(" | ");
        out.append(Markdown.cell(result.model())).append(" | ");
        out.append(range(result.total().firstToken(), Format::duration)).append(" | ");
        out.append(range(result.total().latency(), Format::duration)).append(" | ");
        out.append(range(result.total().tokensPerSecond(), Format::rate)).append(" | ");
        out.append(result.total().answers()).append(" |\n");
    }

    /** The median, and where the middle eight of ten lie. */
    private static String range(Distribution of, DoubleFunction<String> format) {
        Double median = of.quantile(Quantile.P50);
        if (median == null) {
            return Format.NONE;
        }
        return of.count() < ENOUGH_FOR_A_RANGE
                ? format.apply(median)
                : format.apply(median) + " (" + format.apply(of.atFraction(0.1)) + " to "
                        + format.apply(of.atFraction(0.9)) + ")";
    }

    /** Writes the same and more as JSON. */
    public static String json(TablesReport tables) {
        return JsonWriter.tables(tables);
    }
}

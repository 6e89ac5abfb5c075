package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Report;
import java.util.List;

/** Aligned columns, the first to the left and the others, which are figures, to the right. */
final class TextWriter implements ReportWriter {
    @Override
    public String write(Report report) {
        StringBuilder out = new StringBuilder();
        out.append("Measured against ").append(report.against().sentence()).append('\n');
        report.settings()
                .forEach((name, value) ->
                        out.append(name).append(": ").append(value).append('\n'));
        out.append('\n').append(aligned(Table.of(report)));
        List<String> notes = Notes.of(report);
        if (!notes.isEmpty()) {
            out.append('\n');
            notes.forEach(note -> out.append(note).append('\n'));
        }
        return out.toString();
    }

    static String aligned(Table table) {
        int[] widths = new int[table.headings().size()];
        widen(widths, table.headings());
        table.rows().forEach(row -> widen(widths, row));
        StringBuilder out = new StringBuilder();
        append(out, widths, table.headings());
        table.rows().forEach(row -> append(out, widths, row));
        return out.toString();
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private static void append(StringBuilder out, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ")
                    .append(i == 0 ? "" : padding)
                    .append(cells.get(i))
                    .append(i == 0 ? padding : "");
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}

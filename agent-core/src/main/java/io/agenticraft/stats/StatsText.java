package io.agenticraft.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a snapshot as a table. */
final class StatsText {
    private static final List<String> HEAD = List.of(
            "provider",
            "model",
            "agent",
            "calls",
            "ok %",
            "avg ms",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "first p50",
            "first p95",
            "chunk p50",
            "tok/s",
            "in",
            "out",
            "cached",
            "reasoning",
            "tok/call",
            "USD");
    private static final int TEXT_COLUMNS = 3;
    private static final int PERCENT = 100;

    private StatsText() {}

    static String table(StatsSnapshot snapshot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        StringBuilder notes = new StringBuilder();
        for (SeriesStats one : snapshot.series()) {
            rows.add(row(one));
            note(one, notes);
        }
        if (snapshot.series().size() > 1) {
            rows.add(row(snapshot.total()));
        }
        int[] widths = widths(rows);
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> line(row, widths, text));
        return text.append(notes).toString();
    }

    private static List<String> row(SeriesStats one) {
        SeriesKey key = one.key();
        boolean total = key.equals(SeriesKey.TOTAL);
        return List.of(
                total ? "all" : TextWidth.printable(key.provider()),
                total ? "" : TextWidth.printable(key.model()),
                key.agent().isEmpty() && !total ? "-" : TextWidth.printable(key.agent()),
                String.valueOf(one.requests()),
                number(one.successRate() * PERCENT),
                number(one.averageLatency()),
                number(one.latency().p50()),
                number(one.latency().p95()),
                number(one.latency().p99()),
                number(one.firstToken().p50()),
                number(one.firstToken().p95()),
                number(one.interChunk().p50()),
                number(one.tokensPerSecond().p50()),
                String.valueOf(one.inputTokens()),
                String.valueOf(one.outputTokens()),
                String.valueOf(one.cacheReadTokens()),
                String.valueOf(one.reasoningTokens()),
                number(one.tokensPerRequest()),
                String.format(Locale.ROOT, "%.6f", one.cost()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static void note(SeriesStats one, StringBuilder notes) {
        List<String> parts = new ArrayList<>();
        one.errors().forEach((type, count) -> parts.add(type + " " + count));
        if (one.cancelled() > 0) {
            parts.add("cancelled " + one.cancelled());
        }
        if (one.unpriced() > 0) {
            parts.add("cost unknown " + one.unpriced());
        }
        if (!parts.isEmpty()) {
            SeriesKey key = one.key();
            String agent = key.agent().isEmpty() ? "" : " for " + key.agent();
            notes.append(TextWidth.printable(key.provider() + ":" + key.model() + agent));
            notes.append(": ").append(String.join(", ", parts)).append('\n');
        }
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private static void line(List<String> row, int[] widths, StringBuilder text) {
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String space = " ".repeat(widths[i] - TextWidth.of(cell));
            text.append(i == 0 ? "" : "  ").append(i < TEXT_COLUMNS ? cell + space : space + cell);
        }
        text.append('\n');
    }
}

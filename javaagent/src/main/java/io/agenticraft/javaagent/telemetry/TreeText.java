package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run as text: one line for each span, indented under its parent, in the order in which they started. */
final class TreeText {
    private static final int NAMES_SHARE_PERCENT = 45;

    private final int width;
    private final boolean unicode;

    /**
     * Text for a screen.
     *
     * @param width how long a line may become, in characters
     * @param unicode whether the lines may hold anything but ASCII
     */
    TreeText(int width, boolean unicode) {
        this.width = width;
        this.unicode = unicode;
    }

    String of(SpanData root, List<SpanData> spans) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<SpanData>> children = children(root, spans);
        lines.add(new Line(root.getName(), root));
        addChildren(lines, "", root, children);
        StringBuilder text =
                new StringBuilder("trace ").append(root.getTraceId()).append('\n');
        int names = namesWidth(lines);
        for (Line line : lines) {
            text.append(row(line, names)).append('\n');
        }
        return text.toString();
    }

    private static Map<String, List<SpanData>> children(SpanData root, List<SpanData> spans) {
        Map<String, List<SpanData>> children = new HashMap<>();
        spans.stream()
                .filter(span -> !span.getSpanId().equals(root.getSpanId()))
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .forEach(span -> children.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>())
                        .add(span));
        return children;
    }

    private void addChildren(List<Line> lines, String indent, SpanData parent, Map<String, List<SpanData>> children) {
        List<SpanData> own = children.getOrDefault(parent.getSpanId(), List.of());
        for (int i = 0; i < own.size(); i++) {
            boolean last = i == own.size() - 1;
            SpanData span = own.get(i);
            lines.add(new Line(indent + branch(last) + span.getName(), span));
            addChildren(lines, indent + trunk(last), span, children);
        }
    }

    private String branch(boolean last) {
        if (unicode) {
            return last ? "└─ " : "├─ ";
        }
        return last ? "`- " : "|- ";
    }

    private String trunk(boolean last) {
        if (last) {
            return "   ";
        }
        return unicode ? "│  " : "|  ";
    }

    private int namesWidth(List<Line> lines) {
        int longest = lines.stream().mapToInt(line -> line.name.length()).max().orElse(0);
        return Math.min(longest, width * NAMES_SHARE_PERCENT / 100);
    }

    private String row(Line line, int names) {
        String name = cut(line.name, names);
        String row = name + " ".repeat(names - name.length()) + SpanFacts.of(line.span);
        return cut(row, width);
    }

    private String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        String mark = unicode ? "…" : "...";
        return text.substring(0, length - mark.length()) + mark;
    }

    private record Line(String name, SpanData span) {}
}

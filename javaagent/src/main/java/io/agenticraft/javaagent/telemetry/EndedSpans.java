package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spans that have ended before their local root, by trace. Bounded: the trace that has waited longest is dropped first. */
final class EndedSpans {
    /** How many spans may wait. */
    static final int DEFAULT_LIMIT = 4096;

    private final int limit;
    private final Map<String, List<SpanData>> byTrace = new LinkedHashMap<>();
    private int size;

    EndedSpans(int limit) {
        this.limit = limit;
    }

    synchronized void add(SpanData span) {
        byTrace.computeIfAbsent(span.getTraceId(), id -> new ArrayList<>()).add(span);
        size++;
        Iterator<List<SpanData>> oldest = byTrace.values().iterator();
        while (size > limit) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }

    /** Removes and answers {@code root} and all waiting spans under it, in the order in which they ended. */
    synchronized List<SpanData> takeTree(SpanData root) {
        List<SpanData> trace = byTrace.remove(root.getTraceId());
        if (trace == null) {
            return List.of(root);
        }
        Set<String> inside = new HashSet<>(Set.of(root.getSpanId()));
        // Parents mostly end after their children: from the back one pass finds nearly everything.
        while (grow(inside, trace)) {}
        List<SpanData> tree = new ArrayList<>(trace);
        tree.removeIf(span -> !inside.contains(span.getSpanId()));
        trace.removeIf(span -> inside.contains(span.getSpanId()));
        size -= tree.size();
        if (!trace.isEmpty()) {
            byTrace.put(root.getTraceId(), trace);
        }
        return tree;
    }

    private static boolean grow(Set<String> inside, List<SpanData> trace) {
        int before = inside.size();
        for (int i = trace.size() - 1; i >= 0; i--) {
            if (inside.contains(trace.get(i).getParentSpanId())) {
                inside.add(trace.get(i).getSpanId());
            }
        }
        return inside.size() > before;
    }

    synchronized int size() {
        return size;
    }
}

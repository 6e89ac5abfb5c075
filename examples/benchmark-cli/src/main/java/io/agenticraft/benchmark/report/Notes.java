package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import java.util.ArrayList;
import java.util.List;

/** What must be known to read the figures right. */
final class Notes {
    private static final double NOTICEABLE = 1.1;

    private Notes() {}

    static List<String> of(Report report) {
        List<String> notes = new ArrayList<>();
        if (!report.complete()) {
            notes.add("INCOMPLETE: it was interrupted; this is what had been measured until then.");
        }
        for (Result result : report.results()) {
            addTrouble(result, notes);
            addWaiting(result, notes);
        }
        addMissing(report.results(), notes);
        return notes;
    }

    private static void addTrouble(Result result, List<String> notes) {
        String name = result.target();
        if (result.trouble() != null) {
            notes.add(name + " was given up: " + result.trouble());
        } else if (!result.complete()) {
            notes.add(name + " was not measured to the end.");
        }
        result.total().failures().forEach((type, failures) -> {
            String example = failures.example().equals(result.trouble()) ? "" : ", the first: " + failures.example();
            notes.add(name + ": " + failures.count() + " x " + type + example);
        });
    }

    private static void addWaiting(Result result, List<String> notes) {
        Recording total = result.total();
        Double felt = total.latency().mean();
        Double own = total.service().mean();
        if (felt != null && own != null && felt > own * NOTICEABLE) {
            notes.add(result.target() + ": requests waited before they could be sent. From sending on, an answer took "
                    + Format.duration(own) + " on average; from when it was due, " + Format.duration(felt) + ".");
        }
        if (result.unsent() > 0) {
            notes.add(result.target() + " does not keep up with this rate: " + result.unsent()
                    + " requests were due and not sent before the time was over. With them latencies would be longer.");
        }
    }

    private static void addMissing(List<Result> results, List<String> notes) {
        StringBuilder needs = new StringBuilder();
        for (Quantile quantile : Quantile.values()) {
            if (results.stream().anyMatch(result -> result.total().latency().quantile(quantile) == null)) {
                needs.append(needs.isEmpty() ? "" : ", ")
                        .append(quantile.label())
                        .append(" ")
                        .append(quantile.minimum());
            }
        }
        if (!needs.isEmpty()) {
            notes.add("\"-\": too few answers for a figure; needed are for " + needs + ".");
        }
        if (results.stream().anyMatch(result -> !result.streamed())) {
            notes.add("No first token and no inter-token time: the answers came whole, not streamed.");
        }
    }
}

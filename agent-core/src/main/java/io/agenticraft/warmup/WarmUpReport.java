package io.agenticraft.warmup;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the warming of all targets went.
 *
 * @param targets one report for each, in the order in which they were named
 * @param took how long all took, which is as long as the slowest
 */
public record WarmUpReport(List<TargetReport> targets, Duration took) {
    public WarmUpReport {
        targets = List.copyOf(targets);
    }

    /** Whether nothing went wrong anywhere. */
    public boolean ok() {
        return targets.stream().allMatch(TargetReport::ok);
    }

    /**
     * The report of one target.
     *
     * @throws IllegalArgumentException if it was not named
     */
    public TargetReport target(String name) {
        return targets.stream()
                .filter(report -> report.target().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There was no target " + name));
    }

    /** One line for each target. */
    @Override
    public String toString() {
        return targets.stream().map(TargetReport::toString).collect(Collectors.joining("\n"));
    }
}

package io.agenticraft.benchmark.measure;

import java.util.List;

/**
 * The two tables of the guide to provider switching, measured.
 *
 * @param responses how models answered, and when and against what that was measured
 * @param switching what it cost to move to each
 */
public record TablesReport(Report responses, List<Switching> switching) {
    public TablesReport {
        switching = List.copyOf(switching);
    }
}

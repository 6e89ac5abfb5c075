package io.agenticraft.benchmark;

import io.agenticraft.rules.HouseRules;
import org.junit.jupiter.api.Test;

class BenchmarkRulesTest extends HouseRules {
    @Test
    void measuring_knowsNeitherProvidersNorReports() {
        onlyKnows("io.agenticraft.benchmark.measure", "org.HdrHistogram..");
    }

    @Test
    void reports_knowOnlyWhatWasMeasured() {
        onlyKnows("io.agenticraft.benchmark.report", "io.agenticraft.benchmark.measure", "com.fasterxml.jackson..");
    }

    @Test
    void load_knowsNeitherReportsNorTheCommandLine() {
        neverKnows(
                "io.agenticraft.benchmark.load",
                "io.agenticraft.benchmark.report",
                "picocli..",
                "io.agenticraft.simulator..");
    }
}

package io.agenticraft.benchmarks;

import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.selection.Capability;
import io.agenticraft.selection.ModelProfile;
import io.agenticraft.selection.ModelProfiles;
import io.agenticraft.selection.ModelSelector;
import io.agenticraft.selection.Requirements;
import io.agenticraft.selection.Selection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a decision costs: at most 1 us for 50 models; and what learning of a call costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SelectionBenchmark {

    private static final long SECOND = 1_000_000_000;

    /** The number of candidates. */
    @Param("50")
    public int models = 50;

    private final Usage usage = new Usage(1_200L, 300L, 800L, null, 60L);
    private final Requirements wanted = wanted();
    private ModelSelector selector = ModelSelector.builder().build();
    private String[] names = {};
    private int calls;
    private long passed;

    private static Requirements wanted() {
        return Requirements.builder()
                .maxLatency(Duration.ofSeconds(6))
                .maxP95Latency(Duration.ofSeconds(15))
                .maxCost(0.02)
                .minQuality(0.3)
                .needs(Capability.TOOLS)
                .build();
    }

    /** Makes the candidates, and calls of each that were of late. */
    @Setup
    public void setUp() {
        List<ModelProfile> profiles = new ArrayList<>();
        PriceTable prices = PriceTable.empty();
        names = new String[models];
        for (int i = 0; i < models; i++) {
            names[i] = "m" + i;
            double quality = 0.2 + 0.8 * i / models;
            profiles.add(new ModelProfile(
                    "p", "m" + i, quality, 100_000, 500 + 150 * i, 50 + 10 * i, 60, EnumSet.allOf(Capability.class)));
            prices = prices.with("p", "m" + i, new Price(0.1 * i, 0.5 * i, 0.01 * i, 0.1 * i, null));
        }
        selector = ModelSelector.builder()
                .profiles(new ModelProfiles(LocalDate.EPOCH, profiles))
                .prices(prices)
                .seed(1)
                .nanoClock(() -> System.nanoTime() + passed)
                .build();
        for (int i = 0; i < models * 10; i++) {
            selector.succeeded("p", "m" + i % models, 1_000_000L * (300 + i), 50_000_000, usage);
        }
    }

    /** Nothing was learned since the last decision. */
    @Benchmark
    public Selection select() {
        return selector.select(wanted);
    }

    /** With requirements that are made for this decision. */
    @Benchmark
    public Selection selectAnew() {
        return selector.select(wanted());
    }

    /** What an application pays for each of its calls: it learns of one and then decides on the next. */
    @Benchmark
    public Selection learnAndSelect() {
        learn();
        return selector.select(wanted);
    }

    /** The same with requirements that are made for this decision. */
    @Benchmark
    public Selection learnAndSelectAnew() {
        learn();
        return selector.select(wanted());
    }

    /** The same with a call in two seconds only, so that what is known of all the others has faded a little meanwhile. */
    @Benchmark
    public Selection learnAndSelectSeldom() {
        passed += 2 * SECOND;
        return learnAndSelect();
    }

    /** Of calls that take turns among the models, each of another duration. */
    @Benchmark
    public void learn() {
        calls = (calls + 1) & Integer.MAX_VALUE;
        selector.succeeded(
                "p", names[calls % models], 500_000_000L + calls * 7_919L % 1_000_000_000, 100_000_000, usage);
    }
}

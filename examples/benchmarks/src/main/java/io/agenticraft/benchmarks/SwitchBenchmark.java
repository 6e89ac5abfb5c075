package io.agenticraft.benchmarks;

import io.agenticraft.agent.Agent;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to move an agent to another provider, and to read where it is. Nothing is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SwitchBenchmark {
    private static final String FIRST = "noop:first";
    private static final String SECOND = "noop:second";

    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(variable -> null)
            .factory(new Noop())
            .build();
    private final Agent agent = Agent.builder().registry(registry).model(FIRST).build();
    private final Binding first = registry.resolve(FIRST);
    private final Binding second = registry.resolve(SECOND);

    /** Which of the two is next; of one thread. */
    @State(Scope.Thread)
    public static class Turn {
        private boolean odd;

        boolean next() {
            odd = !odd;
            return odd;
        }
    }

    /** To a binding at hand. */
    @Benchmark
    public void switchByBinding(Turn turn) {
        agent.switchTo(turn.next() ? first : second);
    }

    /** To a name whose instance is kept. */
    @Benchmark
    public void switchByName(Turn turn) {
        agent.switchTo(turn.next() ? FIRST : SECOND);
    }

    /** Reading by one thread, to compare with {@link #readByTwo}. */
    @Benchmark
    @Threads(1)
    public Binding readByOne() {
        return agent.binding();
    }

    /** Reading by two threads at once: as fast for each as for one, where there are two cores. */
    @Benchmark
    @Threads(2)
    public Binding readByTwo() {
        return agent.binding();
    }

    /** Reading while another thread switches all the time. */
    @Benchmark
    @Group("contended")
    @GroupThreads(1)
    public Binding read() {
        return agent.binding();
    }

    /** Switching while another thread reads all the time. */
    @Benchmark
    @Group("contended")
    @GroupThreads(1)
    public void write(Turn turn) {
        agent.switchTo(turn.next() ? first : second);
    }

    /** Switches to providers that are not kept: each builds a real instance and closes another. */
    @State(Scope.Benchmark)
    public static class Cold {
        private static final int TARGETS = 64;

        private ProviderRegistry registry = ProviderRegistry.create();
        private Agent agent = Agent.builder()
                .model(new Binding(new NoopProvider(false), "none"))
                .build();
        private int next;

        /** A registry that keeps one instance, and 64 targets, each of an origin of its own. */
        @Setup
        public void setUp() {
            ProviderRegistry.Builder builder =
                    ProviderRegistry.builder().environment(variable -> null).maxInstances(1);
            for (int i = 0; i < TARGETS; i++) {
                URI url = URI.create("http://127.0.0.1:" + (20_000 + i) + "/v1");
                builder.spec("target" + i, ProviderSpec.of("openai", url, "sk-" + i));
            }
            registry = builder.build();
            agent = Agent.builder().registry(registry).model("target0:m").build();
        }

        /** Closes what is open. */
        @TearDown
        public void tearDown() {
            registry.close();
        }

        Agent move() {
            next = (next + 1) % TARGETS;
            agent.switchTo("target" + next + ":m");
            return agent;
        }
    }

    /** The distribution matters here: {@code -bm sample} is set, so that p99 is printed. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Agent coldSwitch(Cold cold) {
        return cold.move();
    }

    private static final class Noop implements ProviderFactory {
        @Override
        public String name() {
            return "noop";
        }

        @Override
        public ProviderSpec fromEnvironment(Environment environment) {
            return ProviderSpec.of("noop", URI.create("https://models.example/v1"), "sk-1");
        }

        @Override
        public ModelProvider create(ProviderSpec spec) {
            return new NoopProvider(false);
        }
    }
}

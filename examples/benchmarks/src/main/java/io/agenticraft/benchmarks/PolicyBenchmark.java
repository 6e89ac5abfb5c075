package io.agenticraft.benchmarks;

import io.agenticraft.admission.Admission;
import io.agenticraft.admission.Limits;
import io.agenticraft.budget.Budget;
import io.agenticraft.budget.Budgets;
import io.agenticraft.budget.Window;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.provider.ModelProvider;
import java.time.Duration;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What admission and budgets cost a call that they let pass, around a provider that does nothing: together they are to stay
 * below a microsecond. With several threads all use one target and one account.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
// See TracedChatBenchmark.
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class PolicyBenchmark {
    private static final long PLENTY = 1_000_000_000_000L;

    /** What is around the provider. */
    @Param({"admission", "budgets", "both"})
    public String policy = "both";

    private final ModelRequest request = ModelRequest.builder("gpt-4o")
            .messages(Message.system("You are a support agent."), Message.user("Hello?"))
            .build();

    private ModelProvider provider = new NoopProvider(false);

    /** Puts policies around the provider, in the order in which an agent has them. */
    @Setup
    public void setUp() {
        ModelPolicy admission = Admission.builder()
                .limit("openai", Limits.perMinute(PLENTY, PLENTY))
                .build();
        ModelPolicy budgets = Budgets.builder()
                .budget(Budget.of("day", Window.day()).usd("9000000"))
                .budget(Budget.of("hour", Window.rolling(Duration.ofHours(1)))
                        .eachTenant()
                        .tokens(PLENTY))
                .build();
        ModelProvider wire = new NoopProvider(false);
        ModelProvider built = switch (policy) {
            case "admission" -> admission.around(wire);
            case "budgets" -> budgets.around(wire);
            default -> admission.around(budgets.around(wire));
        };
        provider = CallScope.builder().tenant("acme").agent("support").build().bind(built);
    }

    /** One call by the only thread. */
    @Benchmark
    public ModelResponse call() {
        return provider.complete(request).join();
    }

    /** One call while another thread makes calls too. */
    @Benchmark
    @Threads(2)
    public ModelResponse callByTwo() {
        return provider.complete(request).join();
    }
}

package io.agenticraft.benchmarks;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.resilience.Failover;
import io.agenticraft.resilience.Hedging;
import io.agenticraft.resilience.Router;
import java.util.concurrent.CompletableFuture;
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

/** What a router costs where nothing fails: one call around a provider that does nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
// See TracedChatBenchmark.
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class RouterBenchmark {

    /** Nothing around the provider; a router for one run of many calls; one for a run of one call each; and hedging. */
    @Param({"none", "turn", "run", "hedging"})
    public String routing = "none";

    /** Whether the answer comes after the call has returned, as it does over a network. */
    @Param({"false", "true"})
    public boolean later;

    private final ModelRequest request = ModelRequest.builder("gpt-4o")
            .messages(Message.system("You are a support agent."), Message.user("Hello?"))
            .build();

    private NoopProvider plain = new NoopProvider(false);
    private ModelProvider provider = plain;

    /** Builds the router. */
    @Setup
    public void setUp() {
        plain = new NoopProvider(later);
        Binding primary = new Binding(plain, "gpt-4o");
        Binding fallback = new Binding(new NoopProvider(false), "gpt-4o-mini");
        Router router = Router.of(primary, Failover.to(fallback));
        provider = switch (routing) {
            case "none" -> plain;
            case "turn" -> CallScope.none().bind(router);
            case "run" -> router;
            default ->
                CallScope.none()
                        .bind(Router.of(
                                primary,
                                Failover.builder()
                                        .fallback(fallback)
                                        .hedging(Hedging.defaults())
                                        .build()));
        };
    }

    /** One call, from before it is made until its answer is seen. */
    @Benchmark
    public ModelResponse call() {
        CompletableFuture<ModelResponse> response = provider.complete(request);
        plain.answer();
        return response.join();
    }
}

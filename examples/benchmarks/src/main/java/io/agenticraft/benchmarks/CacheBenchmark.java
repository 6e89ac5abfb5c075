package io.agenticraft.benchmarks;

import io.agenticraft.cache.ResponseCache;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import java.util.ArrayList;
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

/**
 * What a known answer costs. {@code key} is the digest of the request and a look that finds nothing; {@code hit} is the digest
 * and the answer, so that the difference is what a hit costs besides hashing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class CacheBenchmark {
    /** How many characters the request's messages have, in pieces of 1,000 at most. */
    @Param({"100", "10000", "1000000"})
    private int size;

    private final ResponseCache cache = ResponseCache.builder().build();
    private final ResponseCache empty = ResponseCache.builder().build();
    private final ModelProvider provider = new NoopProvider(false);
    private final ModelProvider cached = CallScope.none().bind(cache.around(provider));
    private ModelRequest request = ModelRequest.builder("gpt-4o").build();

    @Setup
    public void prepare() {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system("Answer in one word."));
        for (int left = size; left > 0; left -= 1_000) {
            messages.add(Message.user("x".repeat(Math.min(left, 1_000))));
        }
        request = ModelRequest.builder("gpt-4o")
                .messages(messages)
                .options(GenerationOptions.builder().temperature(0).build())
                .build();
        cached.complete(request).join();
    }

    @Benchmark
    public ModelResponse hit() {
        return cached.complete(request).join();
    }

    @Benchmark
    public boolean key() {
        return empty.invalidate(request, null, provider);
    }
}

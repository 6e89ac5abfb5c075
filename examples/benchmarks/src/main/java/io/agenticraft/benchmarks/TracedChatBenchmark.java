package io.agenticraft.benchmarks;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.decorate.AgentTelemetry;
import io.agenticraft.provider.ModelProvider;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
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

/**
 * One {@code chat} around a provider that does nothing. Every span is recorded and thrown away at its end; metrics are
 * aggregated and never collected.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
// G1 would bill the provider's field for its pending answer, an old object that points to a young one, to the call.
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class TracedChatBenchmark {

    /** Who observes: nobody, OpenTelemetry without an SDK, a span alone, or a span and the metrics. */
    @Param({"none", "noop", "spans", "spans+metrics"})
    public String telemetry = "none";

    /** Whether the answer comes after the call has returned, as it does over a network. */
    @Param({"false", "true"})
    public boolean later;

    private final ModelRequest request = ModelRequest.builder("gpt-4o")
            .messages(Message.system("You are a support agent."), Message.user("Hello?"))
            .options(GenerationOptions.builder().temperature(0.2).maxTokens(512).build())
            .build();

    private NoopProvider plain = new NoopProvider(false);
    private ModelProvider provider = plain;

    /** Builds the SDK. */
    @Setup
    public void setUp() {
        plain = new NoopProvider(later);
        provider = switch (telemetry) {
            case "none" -> plain;
            case "noop" -> AgentTelemetry.create(OpenTelemetry.noop()).wrap(plain);
            case "spans" -> AgentTelemetry.create(sdk(false)).wrap(plain);
            default -> AgentTelemetry.create(sdk(true)).wrap(plain);
        };
    }

    private static OpenTelemetry sdk(boolean metrics) {
        var builder = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(Sampler.alwaysOn())
                        .addSpanProcessor(new Discarding())
                        .build());
        if (metrics) {
            builder.setMeterProvider(SdkMeterProvider.builder()
                    .registerMetricReader(new Uncollected())
                    .build());
        }
        return builder.build();
    }

    /** One call, from before it is made until its answer is seen. */
    @Benchmark
    public ModelResponse chat() {
        CompletableFuture<ModelResponse> response = provider.complete(request);
        plain.answer();
        return response.join();
    }

    private record Discarding() implements SpanProcessor {
        @Override
        public void onStart(Context parentContext, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {}

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    private record Uncollected() implements MetricReader {
        @Override
        public void register(CollectionRegistration registration) {}

        @Override
        public CompletableResultCode forceFlush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
            return AggregationTemporality.CUMULATIVE;
        }
    }
}

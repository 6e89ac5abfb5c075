package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.Failures;
import io.agenticraft.otel.genai.Inference;
import io.agenticraft.otel.genai.ObservedFuture;
import io.agenticraft.otel.genai.Telemetry;
import io.agenticraft.otel.prices.ModelCosts;
import io.agenticraft.otel.prices.Usage;
import io.agenticraft.provider.EventSink;
import io.opentelemetry.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One call of a provider, from before it is made until its future completes. */
final class ModelCall implements BiConsumer<@Nullable ModelResponse, @Nullable Throwable> {
    private final Inference inference;
    private final ProviderAddress at;
    private final String model;
    private final Caller caller;
    private final @Nullable ModelCosts costs;

    private ModelCall(Inference inference, ProviderAddress at, String model, Caller caller) {
        this.inference = inference;
        this.at = at;
        this.model = model;
        this.caller = caller;
        costs = costs();
    }

    /** Here and not when the answer has come, for the first time reads a file, and answers come on event loops. */
    private static @Nullable ModelCosts costs() {
        try {
            return ModelCosts.configured();
        } catch (RuntimeException | LinkageError e) {
            Failures.count(e);
            return null;
        }
    }

    static ModelCall start(
            Telemetry telemetry, ModelRequest request, ProviderAddress at, boolean streaming, Caller caller) {
        caller.calling(request.model());
        CoreInferenceRequest view = new CoreInferenceRequest(request, at, streaming, caller);
        return new ModelCall(Inference.start(telemetry, view, caller.context()), at, request.model(), caller);
    }

    /** The context in which the provider is to be called. */
    Context context() {
        return inference.context();
    }

    /** What the provider is to be given instead of {@code sink}. */
    EventSink observing(EventSink sink) {
        return new ObservedSink(sink, inference);
    }

    /** What the caller is to be given instead of {@code response}. */
    CompletableFuture<ModelResponse> observe(CompletableFuture<ModelResponse> response) {
        return ObservedFuture.observe(response, this);
    }

    @Override
    public void accept(@Nullable ModelResponse response, @Nullable Throwable failure) {
        if (failure != null) {
            fail(failure);
        } else if (response != null) {
            inference.end(counted(response));
        } else {
            fail(new NullPointerException());
        }
    }

    void fail(Throwable failure) {
        ModelResponse partial = Failure.partial(failure);
        inference.fail(failure, Failure.code(failure), partial == null ? null : counted(partial));
    }

    private CoreInferenceResponse counted(ModelResponse response) {
        Double cost = cost(response);
        caller.used(response.usage().inputTokens(), response.usage().outputTokens(), cost);
        return new CoreInferenceResponse(response, at.provider(), cost);
    }

    private @Nullable Double cost(ModelResponse response) {
        return costs == null
                ? null
                : costs.of(
                        new ModelCosts.Model(at.name(), at.provider(), response.model(), model),
                        counted(response.usage()));
    }

    private static Usage counted(io.agenticraft.model.Usage usage) {
        return new Usage(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cacheReadTokens(),
                usage.cacheWriteTokens(),
                usage.reasoningTokens());
    }
}

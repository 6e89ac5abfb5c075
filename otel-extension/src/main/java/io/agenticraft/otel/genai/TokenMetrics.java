package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The metrics of tokens: counters for what is used in all, by modality, and histograms per call. */
final class TokenMetrics {
    private TokenMetrics() {}

    static void record(
            Instruments to,
            InferenceResponse response,
            InferenceRequest request,
            MetricAttributes attributes,
            @Nullable String error,
            Context context) {
        long input = known(response.inputTokens());
        if (input > 0) {
            to.operationInputTokens.record(input, attributes.of(error), context);
            Attributes modality = attributes.ofModality(request.inputModality());
            to.inputTokens.add(input, modality, context);
            add(to.cacheReadTokens, response.cacheReadTokens(), modality, context);
            add(to.cacheWriteTokens, response.cacheWriteTokens(), modality, context);
        }
        Double cost = response.cost();
        if (cost != null) {
            to.cost.add(cost, attributes.of(null), context);
        }
        long output = known(response.outputTokens());
        if (output > 0) {
            to.operationOutputTokens.record(output, attributes.of(error), context);
            Attributes modality = attributes.ofModality(request.outputModality());
            to.outputTokens.add(output, modality, context);
            add(to.reasoningTokens, response.reasoningTokens(), modality, context);
        }
    }

    private static void add(LongCounter to, @Nullable Long tokens, Attributes attributes, Context context) {
        long count = known(tokens);
        if (count > 0) {
            to.add(count, attributes, context);
        }
    }

    private static long known(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }
}

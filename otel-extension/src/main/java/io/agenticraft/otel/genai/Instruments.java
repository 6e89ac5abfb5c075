package io.agenticraft.otel.genai;

import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;

/** The convention's metrics. Its buckets are advice, which views overrule; where it names none they are ours. */
final class Instruments {
    private static final String TOKEN = "{token}";

    final DoubleHistogram inferenceDuration;
    final DoubleHistogram timeToFirstChunk;
    final DoubleHistogram timePerOutputChunk;
    final LongHistogram operationInputTokens;
    final LongHistogram operationOutputTokens;
    final LongCounter inputTokens;
    final LongCounter outputTokens;
    final LongCounter cacheReadTokens;
    final LongCounter cacheWriteTokens;
    final LongCounter reasoningTokens;
    final DoubleHistogram agentDuration;
    final LongHistogram agentInferenceCalls;
    final LongHistogram agentToolCalls;
    final DoubleHistogram toolDuration;
    final LongCounter decisions;
    final DoubleCounter cost;

    Instruments(Meter meter) {
        inferenceDuration = seconds(meter, GenAi.INFERENCE_DURATION, "Duration of a model call.");
        timeToFirstChunk = seconds(
                meter, GenAi.INFERENCE_TIME_TO_FIRST_CHUNK, "Time from a streaming call to the answer's first chunk.");
        timePerOutputChunk = seconds(
                meter, GenAi.INFERENCE_TIME_PER_OUTPUT_CHUNK, "Time from one chunk of a streamed answer to the next.");
        operationInputTokens = counts(
                meter,
                GenAi.INFERENCE_OPERATION_INPUT_TOKENS,
                TOKEN,
                GenAi.TOKEN_BUCKETS,
                "Input tokens of a model call.");
        operationOutputTokens = counts(
                meter,
                GenAi.INFERENCE_OPERATION_OUTPUT_TOKENS,
                TOKEN,
                GenAi.TOKEN_BUCKETS,
                "Output tokens of a model call.");
        inputTokens = tokens(meter, "input_tokens", "Input tokens used, cached ones included.");
        outputTokens = tokens(meter, "output_tokens", "Output tokens used, reasoning included.");
        cacheReadTokens = tokens(meter, "cache_read.input_tokens", "Input tokens read from a provider's cache.");
        cacheWriteTokens = tokens(meter, "cache_write.input_tokens", "Input tokens written to a provider's cache.");
        reasoningTokens = tokens(meter, "reasoning.output_tokens", "Output tokens used for reasoning.");
        agentDuration = seconds(meter, GenAi.AGENT_DURATION, "Duration of an agent's run.");
        agentInferenceCalls = counts(
                meter,
                GenAi.AGENT_INFERENCE_CALLS,
                "{inference_call}",
                GenAi.CALL_BUCKETS,
                "Model calls of an agent's run.");
        agentToolCalls = counts(
                meter, GenAi.AGENT_TOOL_CALLS, "{tool_call}", GenAi.CALL_BUCKETS, "Tool calls of an agent's run.");
        toolDuration = seconds(meter, GenAi.TOOL_DURATION, "Duration of a tool's execution.");
        cost = meter.counterBuilder(GenAi.COST)
                .ofDoubles()
                .setUnit("{USD}")
                .setDescription("What model calls cost at list prices.")
                .build();
        decisions = meter.counterBuilder(GenAi.DECISIONS)
                .setUnit("{decision}")
                .setDescription("Retries, fallbacks, hedges, cache hits and other decisions about model calls.")
                .build();
    }

    private static DoubleHistogram seconds(Meter meter, String name, String description) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(GenAi.DURATION_BUCKETS)
                .build();
    }

    private static LongHistogram counts(Meter meter, String name, String unit, List<Long> buckets, String description) {
        return meter.histogramBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .ofLongs()
                .setExplicitBucketBoundariesAdvice(buckets)
                .build();
    }

    private static LongCounter tokens(Meter meter, String kind, String description) {
        return meter.counterBuilder(GenAi.INFERENCE_USAGE + kind)
                .setUnit(TOKEN)
                .setDescription(description)
                .build();
    }
}

package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.List;

/** From a request to the attributes with which a span starts, so that samplers see them. */
final class RequestAttributes {
    private RequestAttributes() {}

    static Span start(Telemetry telemetry, CallShape shape, InferenceRequest request, Context parent) {
        SpanBuilder builder = telemetry
                .span(shape.spanName)
                .setSpanKind(SpanKind.CLIENT)
                .setParent(parent)
                .setAllAttributes(shape.attributes);
        put(request, builder);
        if (request.streaming()) {
            builder.setAttribute(GenAi.REQUEST_STREAM, true);
        }
        builder.setAttribute(GenAi.REQUEST_TOP_K, request.topK());
        builder.setAttribute(GenAi.REQUEST_REASONING_LEVEL, request.reasoningLevel());
        Attributes extra = request.extra();
        if (!extra.isEmpty()) {
            builder.setAllAttributes(extra);
        }
        return builder.startSpan();
    }

    static void put(GenerationSettings from, SpanBuilder to) {
        to.setAttribute(GenAi.REQUEST_MAX_TOKENS, from.maxTokens());
        to.setAttribute(GenAi.REQUEST_TEMPERATURE, from.temperature());
        to.setAttribute(GenAi.REQUEST_TOP_P, from.topP());
        to.setAttribute(GenAi.REQUEST_FREQUENCY_PENALTY, from.frequencyPenalty());
        to.setAttribute(GenAi.REQUEST_PRESENCE_PENALTY, from.presencePenalty());
        to.setAttribute(GenAi.REQUEST_SEED, from.seed());
        List<String> stops = from.stopSequences();
        if (!stops.isEmpty()) {
            to.setAttribute(GenAi.REQUEST_STOP_SEQUENCES, stops);
        }
        Long choices = from.choiceCount();
        if (choices != null && choices != 1) {
            to.setAttribute(GenAi.REQUEST_CHOICE_COUNT, choices);
        }
        to.setAttribute(GenAi.OUTPUT_TYPE, from.outputType());
        to.setAttribute(GenAi.CONVERSATION_ID, from.conversationId());
    }
}

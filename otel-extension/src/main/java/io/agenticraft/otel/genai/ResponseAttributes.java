package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a response to its attributes and back. */
final class ResponseAttributes {
    private ResponseAttributes() {}

    static void put(InferenceResponse from, AttributesBuilder to) {
        to.putAll(from.extra());
        to.put(GenAi.RESPONSE_ID, from.id());
        to.put(GenAi.RESPONSE_MODEL, from.model());
        if (!from.finishReasons().isEmpty()) {
            to.put(GenAi.RESPONSE_FINISH_REASONS, from.finishReasons());
        }
        to.put(GenAi.USAGE_INPUT_TOKENS, from.inputTokens());
        to.put(GenAi.USAGE_OUTPUT_TOKENS, from.outputTokens());
        to.put(GenAi.USAGE_CACHE_READ_TOKENS, from.cacheReadTokens());
        to.put(GenAi.USAGE_CACHE_WRITE_TOKENS, from.cacheWriteTokens());
        to.put(GenAi.USAGE_REASONING_TOKENS, from.reasoningTokens());
        to.put(GenAi.USAGE_COST, from.cost());
    }

    /** The same without a builder in between: this is on every call's way. */
    static void put(InferenceResponse from, Span to) {
        Attributes extra = from.extra();
        if (!extra.isEmpty()) {
            to.setAllAttributes(extra);
        }
        to.setAttribute(GenAi.RESPONSE_ID, from.id());
        to.setAttribute(GenAi.RESPONSE_MODEL, from.model());
        if (!from.finishReasons().isEmpty()) {
            to.setAttribute(GenAi.RESPONSE_FINISH_REASONS, from.finishReasons());
        }
        to.setAttribute(GenAi.USAGE_INPUT_TOKENS, from.inputTokens());
        to.setAttribute(GenAi.USAGE_OUTPUT_TOKENS, from.outputTokens());
        to.setAttribute(GenAi.USAGE_CACHE_READ_TOKENS, from.cacheReadTokens());
        to.setAttribute(GenAi.USAGE_CACHE_WRITE_TOKENS, from.cacheWriteTokens());
        to.setAttribute(GenAi.USAGE_REASONING_TOKENS, from.reasoningTokens());
        to.setAttribute(GenAi.USAGE_COST, from.cost());
    }

    /** A response that says what {@code own} says and, where that is silent, what {@code facts} say. */
    static InferenceResponse merged(@Nullable InferenceResponse own, @Nullable Attributes facts) {
        InferenceResponse known = own == null ? Nothing.INSTANCE : own;
        return facts == null ? known : new Merged(known, facts);
    }

    private record Nothing() implements InferenceResponse {
        static final Nothing INSTANCE = new Nothing();
    }

    private record Merged(InferenceResponse own, Attributes facts) implements InferenceResponse {
        @Override
        public @Nullable String id() {
            return own.id() != null ? own.id() : facts.get(GenAi.RESPONSE_ID);
        }

        @Override
        public @Nullable String model() {
            return own.model() != null ? own.model() : facts.get(GenAi.RESPONSE_MODEL);
        }

        @Override
        public List<String> finishReasons() {
            List<String> others = facts.get(GenAi.RESPONSE_FINISH_REASONS);
            return own.finishReasons().isEmpty() && others != null ? others : own.finishReasons();
        }

        @Override
        public @Nullable Long inputTokens() {
            return own.inputTokens() != null ? own.inputTokens() : facts.get(GenAi.USAGE_INPUT_TOKENS);
        }

        @Override
        public @Nullable Long outputTokens() {
            return own.outputTokens() != null ? own.outputTokens() : facts.get(GenAi.USAGE_OUTPUT_TOKENS);
        }

        @Override
        public @Nullable Long cacheReadTokens() {
            return own.cacheReadTokens() != null ? own.cacheReadTokens() : facts.get(GenAi.USAGE_CACHE_READ_TOKENS);
        }

        @Override
        public @Nullable Long cacheWriteTokens() {
            return own.cacheWriteTokens() != null ? own.cacheWriteTokens() : facts.get(GenAi.USAGE_CACHE_WRITE_TOKENS);
        }

        @Override
        public @Nullable Long reasoningTokens() {
            return own.reasoningTokens() != null ? own.reasoningTokens() : facts.get(GenAi.USAGE_REASONING_TOKENS);
        }

        @Override
        public @Nullable Double cost() {
            return own.cost() != null ? own.cost() : facts.get(GenAi.USAGE_COST);
        }

        /** All the facts; what both know is written over by {@code own}'s afterwards. */
        @Override
        public Attributes extra() {
            return facts.toBuilder().putAll(own.extra()).build();
        }
    }
}

package io.agenticraft.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to answer. Null means: not sent, the provider's default holds.
 *
 * @param maxTokens upper bound of output tokens
 * @param temperature sampling temperature
 * @param topP nucleus sampling, 0 to 1
 * @param topK sampling among the k likeliest tokens
 * @param stopSequences texts at which the model stops; empty: none
 * @param seed for repeatable sampling where the provider has it
 * @param frequencyPenalty -2 to 2
 * @param presencePenalty -2 to 2
 * @param reasoningLevel such as {@code low}, {@code medium}, {@code high}
 * @param reasoningTokens budget of reasoning tokens
 * @param parallelToolCalls whether several tools may be called in one turn
 * @param onUnsupported what happens to options that the provider lacks, refuses or has in another range; null counts as
 *     {@link OnUnsupported#WARN}
 * @param promptCache whether the beginning of the prompt is kept at a provider that must be asked to (Anthropic); others do
 *     so unasked
 * @param extra further fields of the provider's request body, by name; values are JDK types that JSON knows
 * @param providerExtra the same for one provider each, by its name; they go before {@code extra}, and no other provider is
 *     sent them
 */
public record GenerationOptions(
        @Nullable Integer maxTokens,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        List<String> stopSequences,
        @Nullable Long seed,
        @Nullable Double frequencyPenalty,
        @Nullable Double presencePenalty,
        @Nullable String reasoningLevel,
        @Nullable Integer reasoningTokens,
        @Nullable Boolean parallelToolCalls,
        @Nullable OnUnsupported onUnsupported,
        @Nullable PromptCache promptCache,
        Map<String, Object> extra,
        Map<String, Map<String, Object>> providerExtra) {

    private static final GenerationOptions NONE = new Builder().build();

    public GenerationOptions {
        stopSequences = List.copyOf(stopSequences);
        extra = Map.copyOf(extra);
        providerExtra = copy(providerExtra);
    }

    private static Map<String, Map<String, Object>> copy(Map<String, Map<String, Object>> byProvider) {
        if (byProvider.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, Object>> copy = new HashMap<>();
        byProvider.forEach((provider, fields) -> copy.put(provider, Map.copyOf(fields)));
        return Map.copyOf(copy);
    }

    /** Nothing is set. */
    public static GenerationOptions none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        return new Builder().overlay(this);
    }

    /** What happens to options that the provider lacks: {@link #onUnsupported()}, or its default. */
    public OnUnsupported unsupportedPolicy() {
        return onUnsupported == null ? OnUnsupported.WARN : onUnsupported;
    }

    /** The further fields of a request to {@code provider}. */
    public Map<String, Object> extraFor(String provider) {
        Map<String, Object> own = providerExtra.get(provider);
        return own == null ? extra : Builder.merged(extra, own);
    }

    /**
     * These options where {@code over} says nothing, and {@code over}'s where it does. Of {@code extra} each field counts
     * by itself: a field of both is {@code over}'s, whole.
     */
    public GenerationOptions overlaidBy(GenerationOptions over) {
        if (over.equals(NONE)) {
            return this;
        }
        return equals(NONE) ? over : toBuilder().overlay(over).build();
    }

    /** Collects {@link GenerationOptions}. */
    public static final class Builder {
        private @Nullable Integer maxTokens;
        private @Nullable Double temperature;
        private @Nullable Double topP;
        private @Nullable Integer topK;
        private List<String> stopSequences = List.of();
        private @Nullable Long seed;
        private @Nullable Double frequencyPenalty;
        private @Nullable Double presencePenalty;
        private @Nullable String reasoningLevel;
        private @Nullable Integer reasoningTokens;
        private @Nullable Boolean parallelToolCalls;
        private @Nullable OnUnsupported onUnsupported;
        private @Nullable PromptCache promptCache;
        private Map<String, Object> extra = Map.of();
        private Map<String, Map<String, Object>> providerExtra = Map.of();

        private Builder() {}

        public Builder maxTokens(int value) {
            maxTokens = value;
            return this;
        }

        public Builder temperature(double value) {
            temperature = value;
            return this;
        }

        public Builder topP(double value) {
            topP = value;
            return this;
        }

        public Builder topK(int value) {
            topK = value;
            return this;
        }

        public Builder stopSequences(List<String> value) {
            stopSequences = value;
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder frequencyPenalty(double value) {
            frequencyPenalty = value;
            return this;
        }

        public Builder presencePenalty(double value) {
            presencePenalty = value;
            return this;
        }

        public Builder reasoningLevel(String value) {
            reasoningLevel = value;
            return this;
        }

        public Builder reasoningTokens(int value) {
            reasoningTokens = value;
            return this;
        }

        public Builder parallelToolCalls(boolean value) {
            parallelToolCalls = value;
            return this;
        }

        public Builder onUnsupported(OnUnsupported value) {
            onUnsupported = Objects.requireNonNull(value, "onUnsupported");
            return this;
        }

        public Builder promptCache(PromptCache value) {
            promptCache = Objects.requireNonNull(value, "promptCache");
            return this;
        }

        /** Sets all of them: fields that were set before are gone. */
        public Builder extra(Map<String, Object> value) {
            extra = value;
            return this;
        }

        /** Sets all of them for one provider, such as {@code anthropic}, and none for any other. */
        public Builder extra(String provider, Map<String, Object> value) {
            Map<String, Map<String, Object>> all = new HashMap<>(providerExtra);
            all.put(Objects.requireNonNull(provider, "provider"), value);
            providerExtra = all;
            return this;
        }

        private Builder overlay(GenerationOptions over) {
            maxTokens = over.maxTokens != null ? over.maxTokens : maxTokens;
            temperature = over.temperature != null ? over.temperature : temperature;
            topP = over.topP != null ? over.topP : topP;
            topK = over.topK != null ? over.topK : topK;
            stopSequences = over.stopSequences.isEmpty() ? stopSequences : over.stopSequences;
            seed = over.seed != null ? over.seed : seed;
            frequencyPenalty = over.frequencyPenalty != null ? over.frequencyPenalty : frequencyPenalty;
            presencePenalty = over.presencePenalty != null ? over.presencePenalty : presencePenalty;
            reasoningLevel = over.reasoningLevel != null ? over.reasoningLevel : reasoningLevel;
            reasoningTokens = over.reasoningTokens != null ? over.reasoningTokens : reasoningTokens;
            parallelToolCalls = over.parallelToolCalls != null ? over.parallelToolCalls : parallelToolCalls;
            onUnsupported = over.onUnsupported != null ? over.onUnsupported : onUnsupported;
            promptCache = over.promptCache != null ? over.promptCache : promptCache;
            extra = merged(extra, over.extra);
            over.providerExtra.forEach((provider, fields) ->
                    extra(provider, merged(providerExtra.getOrDefault(provider, Map.of()), fields)));
            return this;
        }

        private static Map<String, Object> merged(Map<String, Object> under, Map<String, Object> over) {
            if (under.isEmpty() || over.isEmpty()) {
                return over.isEmpty() ? under : over;
            }
            Map<String, Object> all = new HashMap<>(under);
            all.putAll(over);
            return all;
        }

        public GenerationOptions build() {
            return new GenerationOptions(
                    maxTokens,
                    temperature,
                    topP,
                    topK,
                    stopSequences,
                    seed,
                    frequencyPenalty,
                    presencePenalty,
                    reasoningLevel,
                    reasoningTokens,
                    parallelToolCalls,
                    onUnsupported,
                    promptCache,
                    extra,
                    providerExtra);
        }
    }
}

package io.agenticraft.otel.adapters.openai;

import io.agenticraft.otel.genai.Failures;
import io.agenticraft.otel.genai.InferenceRequest;
import io.agenticraft.otel.prices.ModelCosts;
import org.jspecify.annotations.Nullable;

/** What a call costs, once its tokens are known. */
record Bill(ModelCosts costs, String provider, @Nullable String asked) {

    /** Made when the call begins, for the first one reads a file. Null where prices cannot be had. */
    static @Nullable Bill of(InferenceRequest request) {
        try {
            return new Bill(ModelCosts.configured(), request.provider(), request.model());
        } catch (RuntimeException | LinkageError e) {
            Failures.count(e);
            return null;
        }
    }

    @Nullable
    Double cost(@Nullable String answered, Usage usage) {
        return costs.of(
                new ModelCosts.Model(provider, provider, answered, asked),
                new io.agenticraft.otel.prices.Usage(
                        usage.input(), usage.output(), usage.cacheRead(), usage.cacheWrite(), usage.reasoning()));
    }
}

package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.otel.genai.GenerationSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generation options as the conventions see them. */
interface CoreSettings extends GenerationSettings {

    GenerationOptions options();

    @Override
    default @Nullable Long maxTokens() {
        return toLong(options().maxTokens());
    }

    @Override
    default @Nullable Double temperature() {
        return options().temperature();
    }

    @Override
    default @Nullable Double topP() {
        return options().topP();
    }

    @Override
    default @Nullable Double frequencyPenalty() {
        return options().frequencyPenalty();
    }

    @Override
    default @Nullable Double presencePenalty() {
        return options().presencePenalty();
    }

    @Override
    default List<String> stopSequences() {
        return options().stopSequences();
    }

    @Override
    default @Nullable Long seed() {
        return options().seed();
    }

    static @Nullable Long toLong(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }
}

package io.agenticraft.otel.adapters.openai;

import com.openai.core.JsonValue;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.completions.CompletionUsage.CompletionTokensDetails;
import com.openai.models.completions.CompletionUsage.PromptTokensDetails;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an answer; null where it does not say. The cache's tokens are part of the input, those of reasoning
 * part of the output.
 */
record Usage(
        @Nullable Long input,
        @Nullable Long output,
        @Nullable Long cacheRead,
        @Nullable Long cacheWrite,
        @Nullable Long reasoning) {
    static final Usage UNKNOWN = new Usage(null, null, null, null, null);

    /** Versions before that field leave its value among the properties that they do not know. */
    private static final boolean KNOWS_CACHE_WRITES = Arrays.stream(PromptTokensDetails.class.getMethods())
            .anyMatch(method -> method.getName().equals("_cacheWriteTokens"));

    static Usage of(@Nullable CompletionUsage usage) {
        if (usage == null) {
            return UNKNOWN;
        }
        PromptTokensDetails prompt = Fields.known(usage._promptTokensDetails());
        CompletionTokensDetails completion = Fields.known(usage._completionTokensDetails());
        return new Usage(
                Fields.whole(usage._promptTokens()),
                Fields.whole(usage._completionTokens()),
                prompt == null ? null : Fields.whole(prompt._cachedTokens()),
                prompt == null ? null : cacheWrite(prompt),
                completion == null ? null : Fields.whole(completion._reasoningTokens()));
    }

    @SuppressWarnings("deprecation") // The only way in the versions that need it.
    private static @Nullable Long cacheWrite(PromptTokensDetails prompt) {
        if (KNOWS_CACHE_WRITES) {
            return Fields.whole(prompt._cacheWriteTokens());
        }
        JsonValue unknown = prompt._additionalProperties().get("cache_write_tokens");
        return unknown == null ? null : Fields.whole(unknown);
    }
}

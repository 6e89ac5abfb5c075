package io.agenticraft.cache;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallEvent.CacheLevel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How a known answer differs from the one that was paid for. */
final class Marks {
    /** Neither input nor output: the tokens were booked when the answer was made. */
    private static final Usage NOTHING = Usage.of(0, 0);

    private Marks() {}

    /** The answer with its mark, the tokens that it saves, and no usage and request of its own. */
    static ModelResponse of(ModelResponse answer, CacheLevel level) {
        Map<String, String> details = new HashMap<>(answer.details());
        details.put(ResponseCache.DETAIL, level.name().toLowerCase(Locale.ROOT));
        Usage usage = answer.usage();
        if (usage.inputTokens() != null) {
            details.put(ResponseCache.SAVED_INPUT_TOKENS, usage.inputTokens().toString());
        }
        if (usage.outputTokens() != null) {
            details.put(ResponseCache.SAVED_OUTPUT_TOKENS, usage.outputTokens().toString());
        }
        return new ModelResponse(
                answer.id(),
                answer.model(),
                answer.message(),
                answer.finishReason(),
                answer.rawFinishReason(),
                NOTHING,
                null,
                details,
                null,
                answer.provider());
    }
}

package io.agenticraft.cache;

import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which requests have one answer only, and which answers are worth keeping. */
final class Keeping {
    private static final String TEMPERATURE = "temperature";

    private Keeping() {}

    /**
     * Whether the temperature, as the request carries it to the wire, is 0. Extra fields win over the options there. A seed
     * alone does not count: providers call it a best effort.
     */
    static boolean isDeterministic(GenerationOptions options) {
        for (String provider : options.providerExtra().keySet()) {
            if (!isDeterministic(options, options.extraFor(provider))) {
                return false; // a router may ask any of them
            }
        }
        return isDeterministic(options, options.extra());
    }

    private static boolean isDeterministic(GenerationOptions options, Map<String, Object> extra) {
        if (extra.containsKey(TEMPERATURE)) {
            return isZero(extra.get(TEMPERATURE));
        }
        if (extra.get("options") instanceof Map<?, ?> own) {
            return isZero(own.get(TEMPERATURE));
        }
        return isZero(options.temperature());
    }

    private static boolean isZero(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() == 0;
    }

    /** What speaks against keeping an answer; null if nothing does. */
    static @Nullable NotStored objection(ModelResponse answer) {
        for (Content part : answer.message().content()) {
            if (part instanceof ToolCall) {
                return NotStored.TOOL_CALLS;
            }
            if (part instanceof Refusal) {
                return NotStored.REFUSAL;
            }
            if (!(part instanceof Text || part instanceof Reasoning)) {
                return NotStored.UNWRITABLE;
            }
        }
        return switch (answer.finishReason()) {
            case STOP -> answer.text().isBlank() ? NotStored.EMPTY : null;
            case LENGTH -> NotStored.TRUNCATED;
            case TOOL_CALLS -> NotStored.TOOL_CALLS;
            case CONTENT_FILTER -> NotStored.CONTENT_FILTER;
            case REFUSAL -> NotStored.REFUSAL;
            case PAUSED, OTHER -> NotStored.OTHER_END;
        };
    }
}

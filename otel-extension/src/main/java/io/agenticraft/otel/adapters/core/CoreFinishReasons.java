package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.FinishReason;
import io.agenticraft.otel.genai.FinishReasons;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a model stopped, in the convention's words. */
final class CoreFinishReasons {
    private static final List<String> STOP = List.of(FinishReasons.STOP);
    private static final List<String> LENGTH = List.of(FinishReasons.LENGTH);
    private static final List<String> TOOL_CALL = List.of(FinishReasons.TOOL_CALL);
    private static final List<String> CONTENT_FILTER = List.of(FinishReasons.CONTENT_FILTER);

    private CoreFinishReasons() {}

    /** The convention has no word for a refusal; what providers call so is their filter's work. */
    static List<String> of(FinishReason reason, @Nullable String raw) {
        return switch (reason) {
            case STOP -> STOP;
            case LENGTH -> LENGTH;
            case TOOL_CALLS -> TOOL_CALL;
            case CONTENT_FILTER, REFUSAL -> CONTENT_FILTER;
            case PAUSED, OTHER -> raw == null ? List.of() : List.of(FinishReasons.of(raw));
        };
    }
}

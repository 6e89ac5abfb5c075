package io.agenticraft.otel.genai;

import java.util.Locale;

/** The convention's words for why a model stopped. */
public final class FinishReasons {
    public static final String STOP = "stop";
    public static final String LENGTH = "length";
    public static final String TOOL_CALL = "tool_call";
    public static final String CONTENT_FILTER = "content_filter";

    private FinishReasons() {}

    /** The convention's word for a provider's; a word that is not known stays as it is, in lower case. */
    public static String of(String raw) {
        String word = raw.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "stop", "end_turn", "stop_sequence" -> STOP;
            case "length", "max_tokens", "model_context_window_exceeded" -> LENGTH;
            case "tool_call", "tool_calls", "tool_use", "function_call" -> TOOL_CALL;
            case "content_filter", "refusal", "safety" -> CONTENT_FILTER;
            default -> word;
        };
    }
}

package io.agenticraft.otel.genai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a model is asked to answer, read from a library's own types. Null or empty: the request does not say. */
public interface GenerationSettings {

    default @Nullable Long maxTokens() {
        return null;
    }

    default @Nullable Double temperature() {
        return null;
    }

    default @Nullable Double topP() {
        return null;
    }

    default @Nullable Double frequencyPenalty() {
        return null;
    }

    default @Nullable Double presencePenalty() {
        return null;
    }

    default List<String> stopSequences() {
        return List.of();
    }

    default @Nullable Long seed() {
        return null;
    }

    /** How many answers are asked for; 1 and null are the same. */
    default @Nullable Long choiceCount() {
        return null;
    }

    /** {@code text} or {@code json}, if the request asks for a form; else null. */
    default @Nullable String outputType() {
        return null;
    }

    /** Names the conversation, or null. */
    default @Nullable String conversationId() {
        return null;
    }
}

package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/** What telemetry needs to know of a model call, read from a library's own types. Asked once, before the call. */
public interface InferenceRequest extends GenerationSettings {

    /** The operation; {@value GenAi#CHAT} unless an adapter says otherwise. */
    default String operation() {
        return GenAi.CHAT;
    }

    /** The provider's name in the conventions. */
    String provider();

    /** The model asked, or null if none is named. */
    @Nullable
    String model();

    /** The server's host name, or null. */
    default @Nullable String serverAddress() {
        return null;
    }

    /** The server's port; asked only where there is an address. */
    default int serverPort() {
        return 443;
    }

    /** Whether the answer comes piece by piece. */
    default boolean streaming() {
        return false;
    }

    default @Nullable Long topK() {
        return null;
    }

    default @Nullable String reasoningLevel() {
        return null;
    }

    /** What the tokens of the input stand for: {@value GenAi#MODALITY_TEXT} if for text alone, else {@value GenAi#MODALITY_UNKNOWN}. */
    default String inputModality() {
        return GenAi.MODALITY_UNKNOWN;
    }

    /** The same of the output. */
    default String outputModality() {
        return GenAi.MODALITY_UNKNOWN;
    }

    /** Further attributes under their conventional names. */
    default Attributes extra() {
        return Attributes.empty();
    }
}

package io.agenticraft.model;

/** Why a model stopped. */
public enum FinishReason {
    /** It had said all, or met a stop sequence. */
    STOP,
    /** The bound of output tokens or the context window was reached. */
    LENGTH,
    /** It wants tools to be called. */
    TOOL_CALLS,
    /** The provider's filter cut the answer. */
    CONTENT_FILTER,
    /** It declined to answer. */
    REFUSAL,
    /** The provider paused long work of its own: asked again with this answer at the end, it goes on. Runs do so. */
    PAUSED,
    /** Anything else, or nothing was said; see {@link ModelResponse#rawFinishReason()}. */
    OTHER
}

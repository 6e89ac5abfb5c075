package io.agenticraft.cache;

/** Why an answer is not kept. */
public enum NotStored {
    /** The request asks for sampling: no temperature is set, or one above 0. It passes the cache by. */
    SAMPLED,
    /** The request holds values that no key can be made of. It passes the cache by. */
    UNKEYABLE,
    /** The model wants tools to be called; what they do is not to be repeated from memory. */
    TOOL_CALLS,
    /** The model declined to answer. */
    REFUSAL,
    /** The provider's filter cut the answer. */
    CONTENT_FILTER,
    /** The answer reached the bound of its length. */
    TRUNCATED,
    /** There is no text. */
    EMPTY,
    /** The provider does not say that the answer is complete. */
    OTHER_END,
    /** There is no answer: the call failed. */
    FAILED,
    /** The answer holds something else than text and reasoning. */
    UNWRITABLE,
    /** Another target answered than the one that was asked, such as a fallback. */
    OTHER_TARGET,
    /** The answer would take more than an eighth of the cache. */
    TOO_LARGE,
    /** The request was invalidated while it was under way. */
    INVALIDATED
}

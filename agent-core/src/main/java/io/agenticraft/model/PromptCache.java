package io.agenticraft.model;

/**
 * How long a provider is to keep the beginning of a prompt, so that the next request with the same beginning costs less.
 * Writing costs more than reading saves where no such request follows. No answer differs for it.
 */
public enum PromptCache {
    /** Nothing is asked for. */
    NONE,
    /** Five minutes from the last use. */
    FIVE_MINUTES,
    /** An hour from the last use, at a higher price of writing. */
    ONE_HOUR
}

package io.agenticraft.estimate;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.PromptSize;

/**
 * A guess at a call's tokens.
 *
 * @param input tokens of the prompt: a quarter of its characters, {@value #TOKENS_PER_MESSAGE} for each message and
 *     {@value #TOKENS_PER_IMAGE} for each image. English text has about that many; other languages and code have more
 * @param output tokens of the answer at most
 */
public record TokenEstimate(long input, long output) {
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int TOKENS_PER_MESSAGE = 4;
    private static final int TOKENS_PER_IMAGE = 1_600;

    /**
     * The guess for a request.
     *
     * @param outputOtherwise the answer's tokens where the request sets no bound
     */
    public static TokenEstimate of(ModelRequest request, long outputOtherwise) {
        PromptSize size = PromptSize.of(request);
        long tokens = (long) size.messages() * TOKENS_PER_MESSAGE + (long) size.images() * TOKENS_PER_IMAGE;
        Integer bound = request.options().maxTokens();
        return new TokenEstimate(tokens + ofCharacters(size.characters()), bound == null ? outputOtherwise : bound);
    }

    /** Tokens of a text of so many characters, rounded up. */
    public static long ofCharacters(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    /** Tokens of both directions. */
    public long total() {
        return input + output;
    }

    /** The same with the prompt's tokens multiplied by what a tokenizer was seen to make of such guesses. */
    public TokenEstimate corrected(double ratio) {
        return ratio == 1 ? this : new TokenEstimate((long) Math.ceil(input * ratio), output);
    }
}

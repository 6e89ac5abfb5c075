package io.agenticraft.resilience;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.PromptSize;

/** What a request needs of a model's context, rather too much than too little. */
final class Tokens {
    private static final int CHARACTERS_PER_TOKEN = 3;

    /** What providers charge for an image of usual size, rounded up. */
    private static final int TOKENS_PER_IMAGE = 1_600;

    private Tokens() {}

    /** Tokens of the prompt, and of the longest answer that the request allows. */
    static long needed(ModelRequest request) {
        PromptSize size = PromptSize.of(request);
        Integer answer = request.options().maxTokens();
        return (size.characters() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN
                + (long) size.images() * TOKENS_PER_IMAGE
                + (answer == null ? 0 : answer);
    }
}

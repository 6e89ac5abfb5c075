package io.agenticraft.estimate;

import io.agenticraft.model.Content;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;

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
        long characters = 0;
        long tokens = 0;
        for (Message message : request.messages()) {
            tokens += TOKENS_PER_MESSAGE;
            for (Content part : message.content()) {
                if (part instanceof Image) {
                    tokens += TOKENS_PER_IMAGE;
                } else {
                    characters += characters(part);
                }
            }
        }
        for (ToolSpec tool : request.tools()) {
            characters += tool.name().length();
            characters += tool.description().length();
            characters += tool.inputSchema().length();
        }
        Integer bound = request.options().maxTokens();
        return new TokenEstimate(tokens + ofCharacters(characters), bound == null ? outputOtherwise : bound);
    }

    /** Tokens of a text of so many characters, rounded up. */
    public static long ofCharacters(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    private static long characters(Content part) {
        if (part instanceof Text text) {
            return text.text().length();
        } else if (part instanceof ToolResult result) {
            return result.content().length();
        } else if (part instanceof ToolCall call) {
            return (long) call.name().length() + call.arguments().length();
        } else if (part instanceof Reasoning reasoning) {
            return reasoning.text().length();
        }
        if (part instanceof ProviderContent own) {
            return own.json().length();
        }
        return part instanceof Refusal refusal ? refusal.text().length() : 0;
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

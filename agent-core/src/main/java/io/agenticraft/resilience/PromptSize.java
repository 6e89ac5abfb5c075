package io.agenticraft.resilience;

import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;

/** Looks at what a request holds. */
final class PromptSize {
    private static final int CHARACTERS_PER_TOKEN = 3;

    /** What providers charge for an image of usual size, rounded up. */
    private static final int TOKENS_PER_IMAGE = 1_600;

    private PromptSize() {}

    /** Rather too many than too few. */
    static long estimatedTokens(ModelRequest request) {
        long characters = 0;
        long images = 0;
        for (Message message : request.messages()) {
            for (Content part : message.content()) {
                int length = characters(part);
                characters += Math.max(0, length);
                images += length < 0 ? 1 : 0;
            }
        }
        for (ToolSpec tool : request.tools()) {
            characters += tool.name().length()
                    + tool.description().length()
                    + tool.inputSchema().length();
        }
        Integer answer = request.options().maxTokens();
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN
                + images * TOKENS_PER_IMAGE
                + (answer == null ? 0 : answer);
    }

    /** Negative for an image. */
    private static int characters(Content part) {
        if (part instanceof Text text) {
            return text.text().length();
        } else if (part instanceof ToolResult result) {
            return result.content().length();
        } else if (part instanceof ToolCall call) {
            return call.name().length() + call.arguments().length();
        } else if (part instanceof Reasoning reasoning) {
            return reasoning.text().length();
        } else if (part instanceof Refusal refusal) {
            return refusal.text().length();
        }
        return -1;
    }

    static boolean holds(ModelRequest request, Class<? extends Content> kind) {
        for (Message message : request.messages()) {
            for (Content part : message.content()) {
                if (kind.isInstance(part)) {
                    return true;
                }
            }
        }
        return false;
    }
}

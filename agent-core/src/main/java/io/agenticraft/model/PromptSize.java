package io.agenticraft.model;

/**
 * How much a request holds: what guesses of its tokens are made from before anybody has counted them.
 *
 * @param messages how many messages
 * @param characters of all texts in them and in the tools' descriptions
 * @param images how many images
 */
public record PromptSize(int messages, long characters, int images) {

    /** The size of a request. */
    public static PromptSize of(ModelRequest request) {
        long characters = 0;
        int images = 0;
        for (Message message : request.messages()) {
            for (Content part : message.content()) {
                characters += characters(part);
                images += part instanceof Image ? 1 : 0;
            }
        }
        for (ToolSpec tool : request.tools()) {
            characters += tool.name().length();
            characters += tool.description().length();
            characters += tool.inputSchema().length();
        }
        return new PromptSize(request.messages().size(), characters, images);
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
        } else if (part instanceof ProviderContent own) {
            return own.json().length();
        }
        return part instanceof Refusal refusal ? refusal.text().length() : 0;
    }
}

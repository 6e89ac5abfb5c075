package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** Estimates the tokens of a prompt from its JSON: its texts, a little per message, a fixed price per image. */
final class PromptSize {

    private static final int PER_MESSAGE = 4;
    private static final int PER_IMAGE = 85;

    private PromptSize() {}

    /** The size of messages, tools, system texts: whatever is given. */
    static int of(JsonNode... parts) {
        int tokens = 3;
        for (JsonNode part : parts) {
            tokens += part.isArray() ? part.size() * PER_MESSAGE : 0;
            tokens += texts(part);
        }
        return tokens;
    }

    private static int texts(JsonNode node) {
        if (node.isTextual()) {
            return Tokens.count(node.textValue());
        }
        // Base64 is not read by the model as text.
        if (node.isObject() && isImage(node)) {
            return PER_IMAGE;
        }
        int tokens = 0;
        for (JsonNode child : node) {
            tokens += texts(child);
        }
        return tokens;
    }

    private static boolean isImage(JsonNode node) {
        String type = node.path("type").asText("");
        return type.equals("image_url") || type.equals("image");
    }
}

package io.agenticraft.openai;

import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Usage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a chat completion's {@code usage}: cached tokens are part of the prompt's, reasoning is part of the completion's. */
final class ChatUsage {
    private @Nullable Long input;
    private @Nullable Long output;
    private @Nullable Long cacheRead;
    private @Nullable Long cacheWrite;
    private @Nullable Long reasoning;

    private ChatUsage() {}

    static Usage read(JsonReader json) throws IOException {
        ChatUsage usage = new ChatUsage();
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            usage.readField(json);
        }
        return new Usage(usage.input, usage.output, usage.cacheRead, usage.cacheWrite, usage.reasoning);
    }

    private void readField(JsonReader json) throws IOException {
        switch (json.field()) {
            case "prompt_tokens" -> input = json.count();
            case "completion_tokens" -> output = json.count();
            case "prompt_tokens_details", "completion_tokens_details" -> {
                for (boolean in = json.enterObject(); in && json.nextField(); ) {
                    readDetail(json);
                }
            }
            default -> json.skip();
        }
    }

    private void readDetail(JsonReader json) throws IOException {
        switch (json.field()) {
            case "cached_tokens" -> cacheRead = json.count();
            case "cache_write_tokens" -> cacheWrite = json.count();
            case "reasoning_tokens" -> reasoning = json.count();
            default -> json.skip();
        }
    }
}

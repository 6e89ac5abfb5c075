package io.agenticraft.anthropic;

import io.agenticraft.json.JsonBody;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.PromptCache;
import java.io.IOException;

/**
 * Marks blocks up to which Anthropic is to keep the prompt. It takes four marks; we set three at most: behind what all
 * conversations share (tools and system), behind the user's newest turn, and behind the one before, up to which the last
 * request has written, for Anthropic itself looks back over twenty blocks only.
 */
record Caching(PromptCache wish) {
    static Caching of(GenerationOptions options) {
        return new Caching(options.promptCache() == null ? PromptCache.NONE : options.promptCache());
    }

    boolean isOn() {
        return wish != PromptCache.NONE;
    }

    /** Writes the mark into the block at hand, if caching is wished for. */
    void mark(JsonBody json) throws IOException {
        if (isOn()) {
            json.startObject("cache_control").field("type", "ephemeral");
            json.field("ttl", wish == PromptCache.ONE_HOUR ? "1h" : null).endObject();
        }
    }
}

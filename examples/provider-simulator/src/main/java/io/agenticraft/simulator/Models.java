package io.agenticraft.simulator;

import java.util.List;
import java.util.Map;

/** The models that are simulated when the options name none. */
final class Models {

    static final List<String> DEFAULTS = List.of(
            "gpt-4o-mini",
            "gpt-4o",
            "gpt-4.1-mini",
            "gpt-5-mini",
            "claude-haiku-4-5",
            "claude-sonnet-4-5",
            "llama3.2",
            "qwen3:8b");

    /** Names stand for a dated version, which is what answers carry. */
    private static final Map<String, String> SNAPSHOTS = Map.of(
            "gpt-4o-mini", "gpt-4o-mini-2024-07-18",
            "gpt-4o", "gpt-4o-2024-08-06",
            "gpt-4.1-mini", "gpt-4.1-mini-2025-04-14",
            "gpt-5-mini", "gpt-5-mini-2025-08-07",
            "claude-haiku-4-5", "claude-haiku-4-5-20251001",
            "claude-sonnet-4-5", "claude-sonnet-4-5-20250929");

    private Models() {}

    /** Ollama's names end in a tag, of which {@code latest} goes without saying. */
    static String withoutTag(String model) {
        return model.endsWith(":latest") ? model.substring(0, model.length() - ":latest".length()) : model;
    }

    static String snapshot(String model) {
        return SNAPSHOTS.getOrDefault(model, model);
    }
}

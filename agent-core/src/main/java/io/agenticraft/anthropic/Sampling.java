package io.agenticraft.anthropic;

import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.GenerationOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the options of sampling, as far as the model takes them. */
final class Sampling {
    private static final String NEWER = "the model takes none any more; it is not sent";
    private static final String THINKS = "the model thinks, and takes none while it does; it is not sent";

    private final GenerationOptions options;
    private final ClaudeModel model;
    private final boolean thinks;
    private final UnsupportedOptions unsupported;

    Sampling(GenerationOptions options, ClaudeModel model, boolean thinks, UnsupportedOptions unsupported) {
        this.options = options;
        this.model = model;
        this.thinks = thinks;
        this.unsupported = unsupported;
    }

    void write(JsonBody json) throws IOException {
        unsupported.lacks("seed", options.seed(), options);
        unsupported.lacks("frequencyPenalty", options.frequencyPenalty(), options);
        unsupported.lacks("presencePenalty", options.presencePenalty(), options);
        Double temperature = temperature();
        json.field("temperature", temperature);
        json.field("top_p", topP(temperature));
        json.field("top_k", topK());
        json.field("stop_sequences", stop());
    }

    private @Nullable Double temperature() throws IOException {
        Double value = options.temperature();
        if (value == null || value == 1) {
            return model.samples() ? value : null;
        }
        if (!model.samples() || thinks) {
            unsupported.changes("temperature", model.samples() ? THINKS : NEWER, options);
            return null;
        }
        if (value > 1) {
            unsupported.changes("temperature", "it ends at 1, which is sent instead of " + value, options);
            return 1.0;
        }
        return value;
    }

    private @Nullable Double topP(@Nullable Double temperature) throws IOException {
        Double value = options.topP();
        if (value == null) {
            return null;
        }
        if (!model.samples() || (thinks && value < 0.95)) {
            unsupported.changes("topP", model.samples() ? THINKS : NEWER, options);
            return null;
        }
        if (temperature != null && !model.takesTemperatureAndTopP()) {
            unsupported.changes("topP", "the model takes temperature or topP; temperature is sent", options);
            return null;
        }
        return value;
    }

    private @Nullable Integer topK() throws IOException {
        Integer value = options.topK();
        if (value == null || (model.samples() && !thinks)) {
            return value;
        }
        unsupported.changes("topK", model.samples() ? THINKS : NEWER, options);
        return null;
    }

    /** Anthropic refuses those of white space alone. */
    private List<String> stop() throws IOException {
        for (String one : options.stopSequences()) {
            if (one.isBlank()) {
                unsupported.changes("stopSequences", "one of white space alone is refused; it is not sent", options);
                List<String> kept = new ArrayList<>(options.stopSequences());
                kept.removeIf(String::isBlank);
                return kept;
            }
        }
        return options.stopSequences();
    }
}

package io.agenticraft.openai;

import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.GenerationOptions;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how a model is to answer, as far as the host and its model take it. */
final class ChatOptions {
    private static final String REASONING = "the model reasons, and takes none while it does; it is not sent";

    private final GenerationOptions options;
    private final Dialect dialect;
    private final ChatModel model;
    private final UnsupportedOptions unsupported;

    ChatOptions(GenerationOptions options, Dialect dialect, String model, UnsupportedOptions unsupported) {
        this.options = options;
        this.dialect = dialect;
        this.model = dialect.isOpenAis() ? ChatModel.of(model) : new ChatModel(ChatModel.Kind.UNKNOWN);
        this.unsupported = unsupported;
    }

    void write(JsonBody json) throws IOException {
        unsupported.lacks("topK", options.topK(), options);
        unsupported.lacks("reasoningTokens", options.reasoningTokens(), options);
        json.field(dialect.maxTokens(), options.maxTokens());
        json.field("temperature", sampled("temperature", temperature()));
        json.field("top_p", sampled("topP", options.topP()));
        json.field("stop", stop());
        json.field(dialect.seed(), options.seed());
        json.field("frequency_penalty", sampled("frequencyPenalty", options.frequencyPenalty()));
        json.field("presence_penalty", sampled("presencePenalty", options.presencePenalty()));
        json.field("reasoning_effort", reasoningLevel());
    }

    private @Nullable Double sampled(String option, @Nullable Double value) throws IOException {
        if (value == null || model.samples(options.reasoningLevel())) {
            return value;
        }
        unsupported.changes(option, REASONING, options);
        return null;
    }

    private @Nullable Double temperature() throws IOException {
        Double value = options.temperature();
        if (value == null || value <= dialect.maxTemperature()) {
            return value;
        }
        unsupported.changes(
                "temperature",
                "the host takes " + dialect.maxTemperature() + " at most, which is sent instead of " + value,
                options);
        return dialect.maxTemperature();
    }

    private List<String> stop() throws IOException {
        List<String> stop = options.stopSequences();
        if (!stop.isEmpty() && !model.samples(options.reasoningLevel())) {
            unsupported.changes("stopSequences", REASONING, options);
            return List.of();
        }
        if (stop.size() > dialect.maxStops()) {
            unsupported.changes(
                    "stopSequences",
                    "the host takes " + dialect.maxStops() + " at most; the first " + dialect.maxStops() + " are sent",
                    options);
            return stop.subList(0, dialect.maxStops());
        }
        return stop;
    }

    private @Nullable String reasoningLevel() throws IOException {
        String level = options.reasoningLevel();
        if (level == null || model.reasons()) {
            return level;
        }
        if (!level.equals("none")) {
            unsupported.changes("reasoningLevel", "the model does not reason; it is not sent", options);
        }
        return null;
    }

    @Nullable
    Boolean parallelToolCalls() throws IOException {
        Boolean parallel = options.parallelToolCalls();
        if (parallel == null || model.takesParallelToolCalls()) {
            return parallel;
        }
        unsupported.changes("parallelToolCalls", "the model takes no such option; it is not sent", options);
        return null;
    }
}

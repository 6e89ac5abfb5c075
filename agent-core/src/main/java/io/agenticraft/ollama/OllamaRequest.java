package io.agenticraft.ollama;

import io.agenticraft.conversation.Transcript;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The body of a chat's request. */
final class OllamaRequest {
    private static final Set<String> RESERVED = Set.of("model", "messages", "stream");

    /** Levels of others that gpt-oss does not know. */
    private static final Map<String, String> LEVELS = Map.of("minimal", "low", "xhigh", "high");

    private static final String FORCED = "no call can be forced; the model is offered the tools and chooses";

    private final ModelRequest request;
    private final GenerationOptions options;
    private final String provider;
    private final UnsupportedOptions unsupported;

    OllamaRequest(ModelRequest request, String provider, UnsupportedOptions unsupported) {
        this.request = request;
        this.provider = provider;
        this.unsupported = unsupported;
        options = request.options();
    }

    byte[] toBytes(boolean stream) throws IOException {
        unsupported.lacks("reasoningTokens", options.reasoningTokens(), options);
        unsupported.lacks("parallelToolCalls", options.parallelToolCalls(), options);
        Map<String, Object> extra = new HashMap<>(options.extraFor(provider));
        Map<String, Object> sampling = sampling(extra.remove("options"));
        JsonBody json = new JsonBody(extra, RESERVED);
        json.field("model", request.model());
        new OllamaMessages(json, provider, options, unsupported)
                .write(Transcript.forProvider(request.messages(), provider));
        json.field("stream", stream);
        json.field("options", sampling);
        writeThink(json);
        writeFormat(json);
        writeTools(json);
        return json.toBytes();
    }

    private Map<String, Object> sampling(@Nullable Object extra) {
        Map<String, Object> fields = new TreeMap<>();
        put(fields, "num_predict", options.maxTokens());
        put(fields, "temperature", options.temperature());
        put(fields, "top_p", options.topP());
        put(fields, "top_k", options.topK());
        put(fields, "seed", options.seed());
        put(fields, "frequency_penalty", options.frequencyPenalty());
        put(fields, "presence_penalty", options.presencePenalty());
        put(fields, "stop", options.stopSequences().isEmpty() ? null : options.stopSequences());
        if (extra instanceof Map<?, ?> more) {
            more.forEach((name, value) -> put(fields, String.valueOf(name), value));
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private void writeThink(JsonBody json) throws IOException {
        String level = options.reasoningLevel();
        if (level == null) {
            return;
        }
        if (level.equals("none")) {
            json.field("think", false);
        } else if (request.model().contains("gpt-oss")) {
            json.field("think", LEVELS.getOrDefault(level, level));
        } else {
            json.field("think", true);
        }
    }

    private void writeFormat(JsonBody json) throws IOException {
        ResponseFormat format = request.responseFormat();
        if (format.kind() == ResponseFormat.Kind.JSON) {
            json.field("format", "json");
        } else if (format.kind() == ResponseFormat.Kind.JSON_SCHEMA && json.begins("format")) {
            json.object("format", Objects.requireNonNull(format.schema()), "The schema of the response format");
        }
    }

    private List<ToolSpec> offered() {
        ToolChoice choice = request.toolChoice();
        return switch (choice.mode()) {
            case NONE -> List.of();
            case TOOL ->
                request.tools().stream()
                        .filter(tool -> tool.name().equals(choice.toolName()))
                        .toList();
            default -> request.tools();
        };
    }

    private void writeTools(JsonBody json) throws IOException {
        ToolChoice.Mode mode = request.toolChoice().mode();
        if (mode == ToolChoice.Mode.REQUIRED || mode == ToolChoice.Mode.TOOL) {
            unsupported.changes("toolChoice", FORCED, options);
        }
        List<ToolSpec> tools = offered();
        if (tools.isEmpty() || !json.begins("tools")) {
            return;
        }
        json.startArray("tools");
        for (ToolSpec tool : tools) {
            json.startObject().field("type", "function").startObject("function");
            json.field("name", tool.name()).field("description", tool.description());
            json.object("parameters", tool.inputSchema(), "The schema of the tool " + tool.name());
            json.endObject().endObject();
        }
        json.endArray();
    }
}

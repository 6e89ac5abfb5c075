package io.agenticraft.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rebuilds a recorded request of any of the three providers from our own types. */
final class RecordedRequests {
    private final Map<String, String> toolNames = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();

    private RecordedRequests() {}

    static ModelRequest rebuild(JsonNode request) {
        return new RecordedRequests().read(request);
    }

    private ModelRequest read(JsonNode request) {
        addSystem(request.path("system"));
        request.path("messages").forEach(this::addMessage);
        ModelRequest.Builder builder = ModelRequest.builder(
                        request.path("model").asText())
                .messages(messages)
                .tools(tools(request.path("tools")))
                .options(options(request));
        JsonNode schema = request.at("/response_format/json_schema");
        if (schema.isObject()) {
            builder.responseFormat(ResponseFormat.jsonSchema(
                    schema.path("name").asText(), schema.path("schema").toString()));
        }
        return builder.build();
    }

    private void addSystem(JsonNode system) {
        if (system.isTextual()) {
            messages.add(Message.system(system.asText()));
        }
        system.forEach(block -> messages.add(Message.system(block.path("text").asText())));
    }

    private void addMessage(JsonNode message) {
        if (message.path("role").asText().equals("tool")) {
            messages.add(
                    Message.tool(List.of(result(message.path("tool_call_id").asText(), message.path("content")))));
            return;
        }
        List<Content> parts = new ArrayList<>();
        JsonNode content = message.path("content");
        if (content.isTextual() && !(content.asText().isEmpty() && message.has("tool_calls"))) {
            parts.add(new Text(content.asText()));
        }
        if (content.isArray()) {
            content.forEach(part -> parts.add(part(part)));
        }
        for (JsonNode call : message.path("tool_calls")) {
            JsonNode function = call.path("function");
            parts.add(call(call.path("id").asText(), function.path("name").asText(), function.path("arguments")));
        }
        boolean results = parts.stream().anyMatch(ToolResult.class::isInstance);
        Role role =
                results ? Role.TOOL : Role.valueOf(message.path("role").asText().toUpperCase(Locale.ROOT));
        messages.add(new Message(role, parts));
    }

    private ToolCall call(String id, String name, JsonNode arguments) {
        toolNames.put(id, name);
        return new ToolCall(id, name, arguments.isTextual() ? arguments.asText() : arguments.toString());
    }

    private ToolResult result(String id, JsonNode content) {
        String text = content.isTextual()
                ? content.asText()
                : content.path(0).path("text").asText();
        return new ToolResult(id, toolNames.getOrDefault(id, "unknown"), text, false);
    }

    private Content part(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "text" -> new Text(part.path("text").asText());
            case "image_url" -> Image.of(URI.create(part.at("/image_url/url").asText()));
            case "tool_use" -> call(part.path("id").asText(), part.path("name").asText(), part.path("input"));
            case "tool_result" -> result(part.path("tool_use_id").asText(), part.path("content"));
            default -> throw new IllegalArgumentException("An unknown part in a recording: " + part);
        };
    }

    private static List<ToolSpec> tools(JsonNode tools) {
        List<ToolSpec> specs = new ArrayList<>();
        for (JsonNode tool : tools) {
            JsonNode function = tool.has("function") ? tool.path("function") : tool;
            JsonNode schema = function.has("parameters") ? function.path("parameters") : function.path("input_schema");
            specs.add(new ToolSpec(
                    function.path("name").asText(), function.path("description").asText(""), schema.toString()));
        }
        return specs;
    }

    private static GenerationOptions options(JsonNode request) {
        GenerationOptions.Builder options = GenerationOptions.builder();
        JsonNode sampling = request.has("options") ? request.path("options") : request;
        for (String name : List.of("max_tokens", "max_completion_tokens", "num_predict")) {
            if (sampling.has(name)) {
                options.maxTokens(sampling.path(name).asInt());
            }
        }
        if (sampling.has("temperature")) {
            options.temperature(sampling.path("temperature").asDouble());
        }
        if (sampling.has("top_p")) {
            options.topP(sampling.path("top_p").asDouble());
        }
        if (sampling.has("seed")) {
            options.seed(sampling.path("seed").asLong());
        }
        if (request.has("frequency_penalty")) {
            options.frequencyPenalty(request.path("frequency_penalty").asDouble());
            options.presencePenalty(request.path("presence_penalty").asDouble());
        }
        if (request.has("reasoning_effort")) {
            options.reasoningLevel(request.path("reasoning_effort").asText());
        }
        if (request.at("/thinking/budget_tokens").isInt()) {
            options.reasoningTokens(request.at("/thinking/budget_tokens").asInt());
        }
        List<String> stop = new ArrayList<>();
        request.path("stop").forEach(word -> stop.add(word.asText()));
        return options.stopSequences(stop).build();
    }
}

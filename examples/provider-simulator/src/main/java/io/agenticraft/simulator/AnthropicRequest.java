package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of an Anthropic messages request. */
final class AnthropicRequest {

    private final JsonNode body;
    private final Map<String, String> calls = new HashMap<>();
    private final List<Call.Outcome> outcomes = new ArrayList<>();
    private String user = "";

    AnthropicRequest(JsonNode body) {
        this.body = body;
    }

    Call parse() {
        int maxTokens = body.path("max_tokens").asInt(0);
        if (maxTokens < 1) {
            throw Rejection.badRequest("max_tokens: must be a positive number", "max_tokens");
        }
        String thinking = body.path("thinking").path("type").asText("disabled");
        return new Call(
                model(),
                body.path("stream").asBoolean(false),
                true,
                1,
                !thinking.equals("disabled"),
                conversation(),
                toolbox(),
                form(),
                new Call.Limits(maxTokens, stops()));
    }

    /** What counting the tokens of the prompt finds. */
    int countTokens() {
        model();
        return conversation().tokens();
    }

    private String model() {
        String model = body.path("model").asText("");
        if (model.isEmpty()) {
            throw Rejection.badRequest("model: is required", "model");
        }
        return model;
    }

    private Call.Conversation conversation() {
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw Rejection.badRequest("messages: at least one message is required", "messages");
        }
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            JsonNode content = message.path("content");
            switch (message.path("role").asText("")) {
                case "user" -> userTurn(content, i);
                case "assistant" -> content.forEach(this::rememberCall);
                case "system" -> {}
                default ->
                    throw Rejection.badRequest("messages." + i + ".role: must be 'user' or 'assistant'", "messages");
            }
        }
        int tokens = PromptSize.of(messages, body.path("system"), body.path("tools"));
        return new Call.Conversation(user, List.copyOf(outcomes), tokens);
    }

    private void rememberCall(JsonNode block) {
        if (block.path("type").asText("").equals("tool_use")) {
            calls.put(block.path("id").asText(), block.path("name").asText());
        }
    }

    /** A message with tool results goes on with the user's last message, any other is a new one. */
    private void userTurn(JsonNode content, int index) {
        boolean results = false;
        for (JsonNode block : content) {
            if (block.path("type").asText("").equals("tool_result")) {
                results = true;
                outcomes.add(outcome(block, index));
            }
        }
        if (!results) {
            user = Json.text(content);
            outcomes.clear();
        }
    }

    private Call.Outcome outcome(JsonNode block, int index) {
        String tool = calls.get(block.path("tool_use_id").asText());
        if (tool == null) {
            throw Rejection.badRequest(
                    "messages." + index + ": a tool_result has no tool_use of its id before it", "messages");
        }
        return new Call.Outcome(tool, Json.text(block.path("content")));
    }

    private Call.Toolbox toolbox() {
        List<Call.Offer> offers = new ArrayList<>();
        for (JsonNode tool : body.path("tools")) {
            // Tools without a schema are run by the provider itself.
            if (tool.path("input_schema").isObject()) {
                offers.add(new Call.Offer(
                        tool.path("name").asText(), tool.path("description").asText(""), tool.path("input_schema")));
            }
        }
        JsonNode choice = body.path("tool_choice");
        String type = choice.path("type").asText("auto");
        if (offers.isEmpty() || type.equals("none")) {
            return Call.Toolbox.EMPTY;
        }
        @Nullable String forced = type.equals("tool") ? choice.path("name").textValue() : null;
        return new Call.Toolbox(
                List.copyOf(offers),
                !type.equals("auto"),
                forced,
                !choice.path("disable_parallel_tool_use").asBoolean(false));
    }

    private Call.Form form() {
        JsonNode format = body.path("output_config").path("format");
        JsonNode schema = (format.isObject() ? format : body.path("output_format")).path("schema");
        return schema.isObject() ? new Call.Form(true, schema) : Call.Form.PROSE;
    }

    private List<String> stops() {
        List<String> stops = new ArrayList<>();
        body.path("stop_sequences").forEach(stop -> stops.add(stop.asText()));
        return stops;
    }
}

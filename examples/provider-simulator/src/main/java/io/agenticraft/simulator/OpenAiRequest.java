package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of an OpenAI chat completion request. */
final class OpenAiRequest {

    private static final int MAX_CHOICES = 8;

    private final JsonNode body;

    OpenAiRequest(JsonNode body) {
        this.body = body;
    }

    Call parse() {
        String model = body.path("model").asText("");
        if (model.isEmpty()) {
            throw Rejection.badRequest("you must provide a model parameter", "model");
        }
        boolean stream = body.path("stream").asBoolean(false);
        if (!stream && body.hasNonNull("stream_options")) {
            throw Rejection.badRequest("'stream_options' needs 'stream' to be true", "stream_options");
        }
        return new Call(
                model,
                stream,
                body.path("stream_options").path("include_usage").asBoolean(false),
                Math.max(1, Math.min(MAX_CHOICES, body.path("n").asInt(1))),
                wantsReasoning(),
                conversation(),
                toolbox(),
                form(),
                limits());
    }

    private boolean wantsReasoning() {
        String effort = body.path("reasoning_effort").asText("none");
        return !effort.equals("none") && !effort.equals("minimal");
    }

    private Call.Conversation conversation() {
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw Rejection.badRequest("Missing required parameter: 'messages'.", "messages");
        }
        String user = "";
        List<Call.Outcome> outcomes = new ArrayList<>();
        Map<String, String> calls = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            switch (message.path("role").asText("")) {
                case "user" -> {
                    user = Json.text(message.path("content"));
                    outcomes.clear();
                }
                case "assistant" -> rememberCalls(message, calls);
                case "tool" -> outcomes.add(outcome(message, calls, i));
                case "system", "developer", "function" -> {}
                default -> throw Rejection.badRequest("Invalid value for 'role'.", "messages[" + i + "].role");
            }
        }
        return new Call.Conversation(user, List.copyOf(outcomes), PromptSize.of(messages, body.path("tools")));
    }

    private static void rememberCalls(JsonNode message, Map<String, String> calls) {
        for (JsonNode call : message.path("tool_calls")) {
            calls.put(
                    call.path("id").asText(), call.path("function").path("name").asText());
        }
    }

    private static Call.Outcome outcome(JsonNode message, Map<String, String> calls, int index) {
        String tool = calls.get(message.path("tool_call_id").asText());
        if (tool == null) {
            throw Rejection.badRequest(
                    "A message of role 'tool' must answer a tool call of an earlier message.",
                    "messages.[" + index + "].role");
        }
        return new Call.Outcome(tool, Json.text(message.path("content")));
    }

    private Call.Toolbox toolbox() {
        List<Call.Offer> offers = new ArrayList<>();
        for (JsonNode tool : body.path("tools")) {
            JsonNode function = tool.path("function");
            if (!function.path("name").isTextual()) {
                throw Rejection.badRequest("Missing required parameter: 'tools[].function.name'.", "tools");
            }
            offers.add(new Call.Offer(
                    function.path("name").asText(),
                    function.path("description").asText(""),
                    function.path("parameters")));
        }
        JsonNode choice = body.path("tool_choice");
        if (offers.isEmpty() || choice.asText("").equals("none")) {
            return Call.Toolbox.EMPTY;
        }
        @Nullable String forced = choice.path("function").path("name").textValue();
        return new Call.Toolbox(
                List.copyOf(offers),
                choice.asText("").equals("required") || forced != null,
                forced,
                body.path("parallel_tool_calls").asBoolean(true));
    }

    private Call.Form form() {
        JsonNode format = body.path("response_format");
        return switch (format.path("type").asText("text")) {
            case "json_object" -> new Call.Form(true, null);
            case "json_schema" -> {
                JsonNode schema = format.path("json_schema").path("schema");
                if (!schema.isObject()) {
                    throw Rejection.badRequest(
                            "Missing required parameter: 'response_format.json_schema.schema'.",
                            "response_format.json_schema.schema");
                }
                yield new Call.Form(true, schema);
            }
            default -> Call.Form.PROSE;
        };
    }

    private Call.Limits limits() {
        int max =
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(Integer.MAX_VALUE));
        JsonNode stop = body.path("stop");
        List<String> stops = new ArrayList<>();
        if (stop.isTextual()) {
            stops.add(stop.asText());
        }
        stop.forEach(sequence -> stops.add(sequence.asText()));
        return new Call.Limits(max, stops);
    }
}

package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the body of an Ollama request, for a chat or for a plain prompt. */
final class OllamaRequest {

    private final JsonNode body;

    OllamaRequest(JsonNode body) {
        this.body = body;
    }

    Call parse() {
        String model = body.path("model").asText("");
        if (model.isEmpty()) {
            throw Rejection.badRequest("model is required", "model");
        }
        JsonNode think = body.path("think");
        return new Call(
                model,
                body.path("stream").asBoolean(true),
                true,
                1,
                think.asBoolean(false) || (think.isTextual() && !think.asText().equals("false")),
                conversation(),
                toolbox(),
                form(),
                limits());
    }

    private Call.Conversation conversation() {
        if (body.path("prompt").isTextual()) {
            int tokens = PromptSize.of(body.path("system"), body.path("prompt"));
            return new Call.Conversation(body.path("prompt").asText(), List.of(), tokens);
        }
        JsonNode messages = body.path("messages");
        String user = "";
        List<Call.Outcome> outcomes = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (JsonNode message : messages) {
            String content = message.path("content").asText("");
            switch (message.path("role").asText("")) {
                case "user" -> {
                    user = content;
                    outcomes.clear();
                }
                case "assistant" -> {
                    pending.clear();
                    message.path("tool_calls")
                            .forEach(call -> pending.add(
                                    call.path("function").path("name").asText()));
                }
                case "tool" -> outcomes.add(new Call.Outcome(tool(message, pending), content));
                default -> {}
            }
        }
        return new Call.Conversation(user, List.copyOf(outcomes), PromptSize.of(messages, body.path("tools")));
    }

    /** The name that came with the result, or that of the next call without one. */
    private static String tool(JsonNode message, List<String> pending) {
        @Nullable String named = message.path("tool_name").textValue();
        @Nullable String next = pending.isEmpty() ? null : pending.remove(0);
        return Objects.requireNonNullElse(named, Objects.requireNonNullElse(next, "tool"));
    }

    private Call.Toolbox toolbox() {
        List<Call.Offer> offers = new ArrayList<>();
        for (JsonNode tool : body.path("tools")) {
            JsonNode function = tool.path("function");
            offers.add(new Call.Offer(
                    function.path("name").asText(),
                    function.path("description").asText(""),
                    function.path("parameters")));
        }
        return offers.isEmpty() ? Call.Toolbox.EMPTY : new Call.Toolbox(List.copyOf(offers), false, null, true);
    }

    private Call.Form form() {
        JsonNode format = body.path("format");
        if (format.isObject()) {
            return new Call.Form(true, format);
        }
        return format.asText("").equals("json") ? new Call.Form(true, null) : Call.Form.PROSE;
    }

    private Call.Limits limits() {
        JsonNode options = body.path("options");
        // Zero and less mean no limit here.
        int max = options.path("num_predict").asInt(0);
        List<String> stops = new ArrayList<>();
        JsonNode stop = options.path("stop");
        if (stop.isTextual()) {
            stops.add(stop.asText());
        }
        stop.forEach(sequence -> stops.add(sequence.asText()));
        return new Call.Limits(max > 0 ? max : Integer.MAX_VALUE, stops);
    }
}

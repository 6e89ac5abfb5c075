package io.agenticraft.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Anthropic refuses in a request's messages, by its documentation and its errors. */
final class AnthropicRules {
    private static final Set<String> USERS = Set.of("text", "image", "tool_result");
    private static final Set<String> ASSISTANTS =
            Set.of("text", "thinking", "redacted_thinking", "tool_use", "server_tool_use", "web_search_tool_result");

    private final List<String> faults;
    private final Set<String> ids = new HashSet<>();
    /** Searches of the turn so far, and those of them that found something. */
    private final Set<String> searched = new HashSet<>();

    private final Set<String> found = new HashSet<>();
    private List<String> open = List.of();
    private String before = "";

    AnthropicRules(List<String> faults) {
        this.faults = faults;
    }

    void check(JsonNode request) {
        JsonNode system = request.path("system");
        String prompt = system.isArray() ? system.at("/0/text").asText() : system.asText();
        require(request.findValues("cache_control").size() <= 4, "More than four marks");
        require(system.isMissingNode() || !prompt.isBlank(), "A blank system prompt");
        require(request.path("max_tokens").asInt() > 0, "No max_tokens");
        JsonNode messages = request.path("messages");
        require(!messages.isEmpty(), "There is no message");
        for (JsonNode message : messages) {
            checkMessage(message);
        }
        require(open.isEmpty(), "Calls without results at the end: " + open);
        JsonNode last = messages.path(messages.size() - 1);
        String end = last.path("content")
                .path(last.path("content").size() - 1)
                .path("text")
                .asText();
        require(
                !last.path("role").asText().equals("assistant") || end.equals(end.stripTrailing()),
                "The last answer ends in white space");
    }

    private void require(boolean kept, String fault) {
        if (!kept) {
            faults.add(fault);
        }
    }

    private void checkMessage(JsonNode message) {
        String role = message.path("role").asText();
        JsonNode content = message.path("content");
        require(Set.of("user", "assistant").contains(role), "No role: " + role);
        require(!role.equals(before), "Two messages of " + role + " in a row");
        require(content.isArray() && !content.isEmpty(), "An empty message: " + message);
        if (saysMoreThanResults(message)) {
            require(searched.equals(found), "Searches " + searched + " of a turn that is past found " + found);
            searched.clear();
            found.clear();
        }
        List<String> answered = new ArrayList<>();
        List<String> called = new ArrayList<>();
        boolean othersBegan = false;
        for (JsonNode block : content) {
            String type = block.path("type").asText();
            require((role.equals("user") ? USERS : ASSISTANTS).contains(type), "In " + role + ": " + block);
            checkBlock(type, block);
            if (type.equals("tool_result")) {
                require(!othersBegan, "A result after something else: " + message);
                answered.add(block.path("tool_use_id").asText());
            }
            othersBegan |= !type.equals("tool_result");
            if (type.equals("tool_use")) {
                called.add(block.path("id").asText());
            }
        }
        require(answered.equals(open), "Results " + answered + " of calls " + open);
        JsonNode last = content.path(content.size() - 1);
        require(!last.path("type").asText().endsWith("thinking"), "Thinking at the end: " + message);
        open = called;
        before = role;
    }

    private static boolean saysMoreThanResults(JsonNode message) {
        boolean more = false;
        for (JsonNode block : message.path("content")) {
            more |= !block.path("type").asText().equals("tool_result");
        }
        return more && message.path("role").asText().equals("user");
    }

    private void checkBlock(String type, JsonNode block) {
        switch (type) {
            case "text" -> require(!block.path("text").asText().isBlank(), "A blank text");
            case "thinking" -> require(!block.path("signature").asText().isEmpty(), "Unsigned: " + block);
            case "tool_use" -> {
                String id = block.path("id").asText();
                require(id.matches("[a-zA-Z0-9_-]{1,64}") && ids.add(id), "A bad identifier: " + block);
                require(block.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}"), "A bad name: " + block);
                require(block.path("input").isObject(), "No object: " + block);
            }
            case "server_tool_use" -> require(searched.add(block.path("id").asText()), "A search twice: " + block);
            case "web_search_tool_result" -> {
                String id = block.path("tool_use_id").asText();
                require(searched.contains(id) && found.add(id), "Found without a search: " + block);
            }
            case "tool_result" ->
                require(
                        !block.path("is_error").asBoolean()
                                || !block.path("content").asText().isBlank(),
                        "An error without words: " + block);
            default -> {}
        }
    }
}

package io.agenticraft.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which hosts with a message per turn (OpenAI's interface and Ollama's) take messages: an answer's calls are
 * followed by their results, one each, and nothing else has results. Mistral takes fewer orders than others.
 */
final class TurnRules {
    private static final Set<String> ROLES = Set.of("system", "user", "assistant", "tool");

    private final List<String> faults;
    private final String idForm;
    private final String nameForm;
    private final boolean mistral;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private String before = "";

    TurnRules(List<String> faults, String idForm, String nameForm, boolean mistral) {
        this.faults = faults;
        this.idForm = idForm;
        this.nameForm = nameForm;
        this.mistral = mistral;
    }

    void check(JsonNode messages) {
        if (messages.isEmpty()) {
            faults.add("There is no message");
        }
        for (JsonNode message : messages) {
            String role = message.path("role").asText();
            if (!ROLES.contains(role)) {
                faults.add("No role: " + message);
            }
            checkCalls(role, message);
            if (mistral) {
                checkOrder(role, message);
            }
            before = role;
        }
        if (!open.isEmpty()) {
            faults.add("Calls without results at the end: " + open);
        }
        JsonNode last = messages.path(messages.size() - 1);
        if (mistral && before.equals("assistant") && !last.path("prefix").asBoolean()) {
            faults.add("An answer at the end that is no prefix: " + last);
        }
    }

    private void checkCalls(String role, JsonNode message) {
        if (role.equals("tool")) {
            String id = message.path("tool_call_id").asText();
            if (!id.equals(open.poll())) {
                faults.add("A result without its call: " + message);
            }
        } else if (!open.isEmpty()) {
            faults.add("Calls " + open + " are followed by " + message);
            open.clear();
        }
        for (JsonNode call : message.path("tool_calls")) {
            String id = call.path("id").asText();
            open.add(id);
            if (!call.at("/function/name").asText().matches("(?s)" + nameForm)) {
                faults.add("A bad name of a tool: " + call);
            }
            if (!role.equals("assistant") || !ids.add(id) || !id.matches("(?s)" + idForm)) {
                faults.add("A call that is not the model's, or has a bad identifier: " + call);
            }
        }
        boolean says = message.hasNonNull("content") || message.hasNonNull("refusal");
        if (!says && !message.has("tool_calls")) {
            faults.add("A message that says nothing: " + message);
        }
    }

    /** What Mistral's own validator of requests demands. */
    private void checkOrder(String role, JsonNode message) {
        Set<String> allowed = switch (before) {
            case "system", "user" -> Set.of("user", "assistant", "system");
            case "assistant" -> Set.of("assistant", "user", "tool");
            case "tool" -> Set.of("assistant", "tool");
            default -> ROLES;
        };
        if (!allowed.contains(role)) {
            faults.add("Role " + role + " after " + before);
        }
        if (role.equals("assistant") && message.path("content").asText().isEmpty() && !message.has("tool_calls")) {
            faults.add("An empty answer");
        }
    }
}

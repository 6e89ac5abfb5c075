package io.agenticraft.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One turn of a conversation. A system message holds texts; a user's texts and images; an assistant's texts, reasoning,
 * refusals, tool calls and what only its provider understands; a tool's message holds results, of one or more calls.
 *
 * @param role who speaks
 * @param content the parts, in order
 */
public record Message(Role role, List<Content> content) {

    /**
     * Checks that the parts are the role's.
     *
     * @throws IllegalArgumentException if a part is not for this role to say
     */
    public Message {
        Objects.requireNonNull(role, "role");
        content = List.copyOf(content);
        for (int i = 0; i < content.size(); i++) {
            if (!says(role, content.get(i))) {
                throw new IllegalArgumentException("A message of role " + role + " cannot hold a "
                        + content.get(i).getClass().getSimpleName() + "; give it a message of its own role");
            }
        }
    }

    private static boolean says(Role role, Content part) {
        return switch (role) {
            case SYSTEM -> part instanceof Text;
            case USER -> part instanceof Text || part instanceof Image;
            case ASSISTANT -> !(part instanceof Image || part instanceof ToolResult);
            case TOOL -> part instanceof ToolResult;
        };
    }

    public static Message system(String text) {
        return new Message(Role.SYSTEM, List.of(new Text(text)));
    }

    public static Message user(String text) {
        return new Message(Role.USER, List.of(new Text(text)));
    }

    public static Message user(Content... content) {
        return new Message(Role.USER, List.of(content));
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, List.of(new Text(text)));
    }

    public static Message tool(List<ToolResult> results) {
        return new Message(Role.TOOL, List.copyOf(results));
    }

    /** The text parts, joined; empty where there are none. */
    public String text() {
        String first = null;
        StringBuilder joined = null;
        for (Content part : content) {
            if (part instanceof Text text) {
                if (first == null) {
                    first = text.text();
                } else {
                    joined = (joined == null ? new StringBuilder(first) : joined).append(text.text());
                }
            }
        }
        return joined != null ? joined.toString() : first != null ? first : "";
    }

    /** The tool calls, in the model's order. */
    public List<ToolCall> toolCalls() {
        List<ToolCall> calls = null;
        for (Content part : content) {
            if (part instanceof ToolCall call) {
                calls = calls == null ? new ArrayList<>(4) : calls;
                calls.add(call);
            }
        }
        return calls == null ? List.of() : Collections.unmodifiableList(calls);
    }
}

package io.agenticraft.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** One turn of a conversation. */
public record Message(Role role, List<Content> content) {
    public Message {
        Objects.requireNonNull(role, "role");
        content = List.copyOf(content);
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

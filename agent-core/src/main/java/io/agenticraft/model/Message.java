package io.agenticraft.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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
        return content.stream()
                .filter(Text.class::isInstance)
                .map(part -> ((Text) part).text())
                .collect(Collectors.joining());
    }

    /** The tool calls, in the model's order. */
    public List<ToolCall> toolCalls() {
        return content.stream()
                .filter(ToolCall.class::isInstance)
                .map(ToolCall.class::cast)
                .toList();
    }
}

package io.agenticraft.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void text_joinsTheTextParts() {
        assertEquals("", new Message(Role.ASSISTANT, List.of()).text());
        assertEquals("a", Message.user("a").text());
        assertEquals(
                "abc",
                new Message(
                                Role.ASSISTANT,
                                List.of(
                                        new Text("a"),
                                        new Refusal("no"),
                                        new Text("b"),
                                        new Reasoning("hm", "p", null, null),
                                        new Text("c")))
                        .text());
    }

    @Test
    void toolCalls_areInTheModelsOrder() {
        ToolCall first = new ToolCall("1", "a", "{}");
        ToolCall second = new ToolCall("2", "b", "{}");
        Message message = new Message(Role.ASSISTANT, List.of(first, new Text("x"), second));
        assertEquals(List.of(first, second), message.toolCalls());
        assertEquals(List.of(), Message.user("a").toolCalls());
        assertThrows(
                UnsupportedOperationException.class, () -> message.toolCalls().clear());
    }

    @Test
    void content_isCopied() {
        List<Content> parts = new ArrayList<>(List.of(new Text("a")));
        Message message = new Message(Role.USER, parts);
        parts.add(new Text("b"));
        assertEquals(Message.user("a"), message);
    }

    @Test
    void partOfAnotherRole_isRefused() {
        Content call = new ToolCall("1", "a", "{}");
        Content result = new ToolResult("1", "a", "x", false);
        Content image = Image.of("image/png", "aGk=");
        Map<Role, List<Content>> wrong = Map.of(
                Role.SYSTEM, List.of(image, call, result),
                Role.USER, List.of(call, result, new Refusal("no")),
                Role.ASSISTANT, List.of(result, image),
                Role.TOOL, List.of(new Text("a"), call));
        wrong.forEach((role, parts) -> parts.forEach(part -> {
            List<Content> content = List.of(part);
            String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> new Message(role, content))
                    .getMessage());
            assertTrue(
                    said.contains(role.name()) && said.contains(part.getClass().getSimpleName()), said);
        }));
    }
}

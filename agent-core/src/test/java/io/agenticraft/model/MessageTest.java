package io.agenticraft.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
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
}

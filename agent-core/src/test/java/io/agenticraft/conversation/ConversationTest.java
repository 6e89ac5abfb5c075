package io.agenticraft.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.Message;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Message CALL = new Message(Role.ASSISTANT, List.of(new ToolCall("c1", "weather", "{}")));
    private static final Message RESULT = Message.tool(List.of(new ToolResult("c1", "weather", "sunny", false)));

    private static List<Message> exchange(String text) {
        return List.of(Message.user(text), Message.assistant("re: " + text));
    }

    @Test
    void newConversation_isEmptyAndHasAnIdOfItsOwn() {
        Conversation one = Conversation.inMemory();
        assertEquals(List.of(), one.messages());
        assertNotEquals(Conversation.inMemory().id(), one.id());
        assertEquals("mine", Conversation.inMemory("mine").id());
    }

    @Test
    void append_keepsTheOrderAndOldSnapshots() {
        Conversation conversation = Conversation.inMemory();
        conversation.append(exchange("a"));
        List<Message> before = conversation.messages();
        conversation.append(exchange("b"));
        assertEquals(exchange("a"), before);
        assertEquals(List.of("a", "re: a", "b", "re: b"), texts(conversation));
        assertThrows(UnsupportedOperationException.class, () -> before.add(Message.user("x")));
    }

    @Test
    void bounded_forgetsWholeExchangesOnly() {
        Conversation conversation = Conversation.inMemory("c", 5);
        conversation.append(List.of(Message.user("weather?"), CALL, RESULT, Message.assistant("sunny")));
        conversation.append(exchange("b"));
        assertEquals(List.of("b", "re: b"), texts(conversation));
    }

    @Test
    void bounded_keepsWhatFits() {
        Conversation conversation = Conversation.inMemory("c", 4);
        conversation.append(exchange("a"));
        conversation.append(exchange("b"));
        assertEquals(4, conversation.messages().size());
        conversation.append(exchange("c"));
        assertEquals(List.of("b", "re: b", "c", "re: c"), texts(conversation));
    }

    @Test
    void bounded_keepsTheNewestExchangeEvenIfItIsTooLong() {
        Conversation conversation = Conversation.inMemory("c", 2);
        List<Message> longOne = List.of(Message.user("weather?"), CALL, RESULT, Message.assistant("sunny"));
        conversation.append(exchange("a"));
        conversation.append(longOne);
        assertEquals(longOne, conversation.messages());
    }

    @Test
    void severalUserMessagesInARow_areOneExchange() {
        Conversation conversation = Conversation.inMemory("c", 2);
        List<Message> one = List.of(Message.user("a"), Message.user("b"), Message.assistant("c"));
        conversation.append(one);
        assertEquals(one, conversation.messages());
    }

    @Test
    void boundBelowOne_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Conversation.inMemory("c", 0));
    }

    @Test
    void concurrentAppends_areNeverTornApart() throws Exception {
        Conversation conversation = Conversation.inMemory();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String name = "t" + t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    conversation.append(exchange(name + "-" + i));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        List<String> texts = texts(conversation);
        assertEquals(400, texts.size());
        for (int i = 0; i < texts.size(); i += 2) {
            assertEquals("re: " + texts.get(i), texts.get(i + 1));
        }
    }

    private static List<String> texts(Conversation conversation) {
        return conversation.messages().stream().map(Message::text).toList();
    }
}

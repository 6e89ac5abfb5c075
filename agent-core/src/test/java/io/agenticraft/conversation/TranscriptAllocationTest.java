package io.agenticraft.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.sun.management.ThreadMXBean;
import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compiling is asked for before every request; where nothing has to change it must cost nothing. */
class TranscriptAllocationTest {
    private static final int ROUNDS = 1_000;

    private static List<Message> conversation() {
        List<Message> messages = new ArrayList<>(List.of(Message.system("s")));
        for (int i = 0; i < 20; i++) {
            messages.add(Message.user("question " + i));
            List<Content> answer = List.of(
                    new Reasoning("hm", "anthropic", "signature", null),
                    new Text("I look"),
                    new ToolCall("a" + i, "weather", "{}"),
                    new ToolCall("b" + i, "weather", "{}"));
            messages.add(new Message(Role.ASSISTANT, answer));
            messages.add(Message.tool(List.of(
                    new ToolResult("a" + i, "weather", "sunny", false), new ToolResult("b" + i, "weather", "", true))));
            messages.add(Message.assistant("sunny"));
        }
        return List.copyOf(messages);
    }

    @Test
    void wellFormedConversation_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Message> messages = conversation();
        long allocated = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int j = 0; j < ROUNDS; j++) {
                assertSame(messages, Transcript.forProvider(messages, "anthropic"));
            }
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, allocated / ROUNDS, "bytes per call");
    }
}

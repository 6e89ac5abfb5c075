package io.agenticraft.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final Reasoning THOUGHT = new Reasoning("hm", "anthropic", "signature", null);

    private static Message assistant(Content... content) {
        return new Message(Role.ASSISTANT, List.of(content));
    }

    @Test
    void ownReasoning_stays() {
        List<Message> messages = List.of(Message.user("a"), assistant(THOUGHT, new Text("b")));
        assertSame(messages, Transcript.forProvider(messages, "anthropic"));
    }

    @Test
    void foreignReasoning_goesAndTheRestStays() {
        ToolCall call = new ToolCall("c1", "weather", "{}");
        Message result = Message.tool(List.of(new ToolResult("c1", "weather", "sunny", false)));
        List<Message> messages =
                List.of(Message.user("a"), assistant(THOUGHT, new Text("b"), call), result, Message.user("c"));
        assertEquals(
                List.of(Message.user("a"), assistant(new Text("b"), call), result, Message.user("c")),
                Transcript.forProvider(messages, "openai"));
    }

    @Test
    void answerOfForeignReasoningAlone_goes() {
        List<Message> messages = List.of(Message.user("a"), assistant(THOUGHT), Message.user("c"));
        assertEquals(List.of(Message.user("a"), Message.user("c")), Transcript.forProvider(messages, "openai"));
    }

    @Test
    void emptyAnswers_go() {
        List<Message> messages = List.of(Message.user("a"), assistant(), assistant(new Text("")), Message.user(""));
        assertEquals(List.of(Message.user("a"), Message.user("")), Transcript.forProvider(messages, "openai"));
    }
}

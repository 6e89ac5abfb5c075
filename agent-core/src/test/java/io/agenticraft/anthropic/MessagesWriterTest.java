package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Anthropic would refuse in a conversation, for good, is not sent. */
class MessagesWriterTest {
    private static final Reasoning THOUGHT = new Reasoning("hm", "anthropic", "sig", null);

    private static JsonNode messages(Message... messages) throws IOException {
        ModelRequest request = ModelRequest.builder("m").messages(messages).build();
        byte[] body = new MessagesRequest(request, "anthropic", new UnsupportedOptions("anthropic")).toBytes(false);
        return new ObjectMapper().readTree(body).get("messages");
    }

    private static Message answer(Content... content) {
        return new Message(Role.ASSISTANT, List.of(content));
    }

    @Test
    void answerCutWhileThinking_isLeftOut() throws IOException {
        JsonNode messages = messages(Message.user("a"), answer(THOUGHT), Message.user("b"));

        assertEquals(1, messages.size());
        assertEquals("b", messages.at("/0/content/1/text").asText());
    }

    @Test
    void thinkingAtTheEnd_isLeftOut() throws IOException {
        JsonNode content = messages(answer(THOUGHT, new Text("a"), THOUGHT)).at("/0/content");

        assertEquals(2, content.size());
        assertEquals("thinking", content.at("/0/type").asText());
        assertEquals("text", content.at("/1/type").asText());
    }

    @Test
    void blankText_isLeftOut() throws IOException {
        JsonNode content =
                messages(answer(new Text("\n\n"), new ToolCall("a", "t", "{}"))).at("/0/content");

        assertEquals(1, content.size());
        assertEquals("tool_use", content.at("/0/type").asText());
    }

    @Test
    void foreignToolCallId_isReplacedInCallAndResult() throws IOException {
        JsonNode messages = messages(
                answer(new ToolCall("functions.t:0", "t", "{}")),
                Message.tool(List.of(new ToolResult("functions.t:0", "t", "a", false))));

        String id = messages.at("/0/content/0/id").asText();
        assertTrue(id.matches("[a-zA-Z0-9_-]+"), id);
        assertEquals(id, messages.at("/1/content/0/tool_use_id").asText());
    }
}

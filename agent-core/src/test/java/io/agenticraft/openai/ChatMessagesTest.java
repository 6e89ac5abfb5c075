package io.agenticraft.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A conversation with one host goes on with another. */
class ChatMessagesTest {

    private static JsonNode messages(Dialect dialect, Message... messages) throws IOException {
        ModelRequest request = ModelRequest.builder("m").messages(messages).build();
        byte[] body =
                new ChatRequest(request, "openai", dialect, null, new UnsupportedOptions("openai")).toBytes(false);
        return new ObjectMapper().readTree(body).get("messages");
    }

    private static JsonNode exchange(Dialect dialect, String id) throws IOException {
        return messages(
                dialect,
                new Message(Role.ASSISTANT, List.of(new ToolCall(id, "t", "{}"))),
                Message.tool(List.of(new ToolResult(id, "t", "a", false))));
    }

    private static void assertIds(String expected, JsonNode messages) {
        String id = messages.at("/0/tool_calls/0/id").asText();
        assertTrue(id.matches(expected), id);
        assertEquals(id, messages.at("/1/tool_call_id").asText());
    }

    @Test
    void foreignToolCallIds_fitTheHost() throws IOException {
        assertIds("[a-zA-Z0-9]{9}", exchange(Dialect.MISTRAL, "call_abcdefgh"));
        assertIds(".{1,40}", exchange(Dialect.OPENAI, "x".repeat(41)));
        assertIds("x{41}", exchange(Dialect.OTHER, "x".repeat(41)));
    }

    @ParameterizedTest
    @EnumSource
    void acceptedToolCallIds_stay(Dialect dialect) throws IOException {
        assertIds("abc123DEF", exchange(dialect, "abc123DEF"));
    }

    @ParameterizedTest
    @EnumSource
    void callWithoutArguments_isSentWithAnEmptyObject(Dialect dialect) throws IOException {
        JsonNode messages = messages(dialect, new Message(Role.ASSISTANT, List.of(new ToolCall("a", "t", " "))));

        assertEquals("{}", messages.at("/0/tool_calls/0/function/arguments").asText());
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"MISTRAL", "OTHER"})
    void refusal_isTextForHostsThatKnowNone(Dialect dialect) throws IOException {
        Message refused = new Message(Role.ASSISTANT, List.of(new Text("a"), new Refusal("b")));

        JsonNode message = messages(dialect, refused).get(0);

        assertEquals("ab", message.get("content").asText());
        assertFalse(message.has("refusal"));
    }
}

package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.conversation.Transcript;
import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ran at Anthropic goes back to Anthropic as it came, and to nobody else. */
class ServerToolsTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("a")).build();
    private static final String USE =
            "{\"type\":\"server_tool_use\", \"id\":\"s1\",\"name\":\"web_search\", \"input\": %s ,\"caller\":{\"ü\":1}}";
    private static final String FOUND = "{\"type\":\"web_search_tool_result\",\"tool_use_id\":\"s1\",\"content\":"
            + "[{\"type\":\"web_search_result\",\"url\":\"https://x.test\",\"encrypted_content\":\"Eo8==\",\"page_age\":null}]}";
    private static final String TEXT = "{\"type\":\"text\",\"text\":\"It is so\"}";

    private static ModelResponse answer(boolean stream, String body) throws Exception {
        try (WireServer server = WireServer.start();
                ModelProvider provider = new Anthropic().create(Calls.spec("anthropic", server.url("/")))) {
            server.reply(stream ? Replies.chunked(Replies.EVENTS, body) : Replies.json(body));
            return Calls.await(stream ? provider.stream(HELLO, event -> {}) : provider.complete(HELLO));
        }
    }

    private static String event(String json) {
        return "event: x\ndata: " + json + "\n\n";
    }

    private static String block(int index, String block, String... deltas) {
        StringBuilder events = new StringBuilder(
                event("{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + block + "}"));
        for (String delta : deltas) {
            events.append(event("{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":" + delta + "}"));
        }
        return events + event("{\"type\":\"content_block_stop\",\"index\":" + index + "}");
    }

    private static String inMessage(String blocks) {
        return event("{\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"content\":[]}}")
                + blocks
                + event("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}")
                + event("{\"type\":\"message_stop\"}");
    }

    private static String whole(String... blocks) {
        return "{\"id\":\"m1\",\"type\":\"message\",\"content\":[" + String.join(",", blocks)
                + "],\"stop_reason\":\"end_turn\"}";
    }

    private static List<Content> search(String input) {
        return List.of(
                new ProviderContent("anthropic", "server_tool_use", USE.formatted(input)),
                new ProviderContent("anthropic", "web_search_tool_result", FOUND),
                new Text("It is so"));
    }

    private static JsonNode sent(Message... messages) throws Exception {
        String body =
                MessagesBodies.of(ModelRequest.builder("m").messages(messages).build());
        return new ObjectMapper().readTree(body).get("messages");
    }

    @Test
    void searchOfAnAnswer_isKeptAsItCame() throws Exception {
        String body = whole(USE.formatted("{\"query\": \"ü\"}"), FOUND, TEXT);

        assertEquals(search("{\"query\": \"ü\"}"), answer(false, body).message().content());
    }

    @Test
    void searchInAStream_isPutTogether() throws Exception {
        String body = inMessage(block(
                        0,
                        USE.formatted("{}"),
                        "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"query\\\":\"}",
                        "{\"type\":\"input_json_delta\",\"partial_json\":\" 1}\"}")
                + block(1, FOUND)
                + block(2, TEXT));

        assertEquals(search("{\"query\": 1}"), answer(true, body).message().content());
    }

    @Test
    void blockThatGrowsInAnUnknownWay_isLeftOut() throws Exception {
        String body =
                inMessage(block(0, "{\"type\":\"compaction\"}", "{\"type\":\"compaction_delta\",\"content\":\"x\"}")
                        + block(1, TEXT));

        assertEquals(List.of(new Text("It is so")), answer(true, body).message().content());
    }

    @Test
    void search_goesBackAsItCame() throws Exception {
        JsonNode content = sent(Message.user("a"), new Message(Role.ASSISTANT, search("{}")), Message.user("b"))
                .at("/1/content");

        ObjectMapper mapper = new ObjectMapper();
        assertEquals(mapper.readTree(USE.formatted("{}")), content.get(0));
        assertEquals(mapper.readTree(FOUND), content.get(1));
        assertEquals(3, content.size());
    }

    @Test
    void callWithoutItsResult_goesBackOnlyWhereTheAnswerIsGoneOnWith() throws Exception {
        List<Content> paused = new ArrayList<>(search("{}"));
        paused.remove(1);
        Message answer = new Message(Role.ASSISTANT, paused);

        assertEquals(
                1,
                sent(Message.user("a"), answer, Message.user("b"))
                        .at("/1/content")
                        .size());
        assertEquals(2, sent(Message.user("a"), answer).at("/1/content").size());
        Message result = new Message(Role.ASSISTANT, search("{}").subList(1, 3));
        assertEquals(
                1,
                sent(Message.user("a"), result, Message.user("b"))
                        .at("/1/content")
                        .size());
    }

    @Test
    void search_isForNobodyElse() {
        Message answer = new Message(Role.ASSISTANT, search("{}"));

        assertEquals(List.of(Message.assistant("It is so")), Transcript.forProvider(List.of(answer), "openai"));
        assertEquals(List.of(answer), Transcript.forProvider(List.of(answer), "anthropic"));
    }
}

package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.PromptCache;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which blocks are marked, so that Anthropic keeps the prompt up to them. */
class CachingTest {
    private static final GenerationOptions FIVE_MINUTES =
            GenerationOptions.builder().promptCache(PromptCache.FIVE_MINUTES).build();
    private static final ToolSpec TOOL = new ToolSpec("t", "d", "{\"type\":\"object\"}");
    private static final List<Message> TALK = List.of(
            Message.user("first"),
            Message.assistant("one"),
            Message.user("second"),
            new Message(Role.ASSISTANT, List.of(new ToolCall("c1", "t", "{}"), new ToolCall("c2", "t", "{}"))),
            Message.tool(List.of(new ToolResult("c1", "t", "r1", false))),
            Message.tool(List.of(new ToolResult("c2", "t", "r2", false))));

    private static JsonNode body(GenerationOptions options, List<ToolSpec> tools, List<Message> messages)
            throws IOException {
        return new ObjectMapper()
                .readTree(MessagesBodies.of(ModelRequest.builder("m")
                        .options(options)
                        .tools(tools)
                        .messages(messages)
                        .build()));
    }

    private static List<Message> with(Message first, List<Message> more) {
        List<Message> all = new java.util.ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    @Test
    void systemAndTheUsersLastTwoTurns_areMarked() throws IOException {
        JsonNode body = body(FIVE_MINUTES, List.of(TOOL), with(Message.system("Be brief"), TALK));

        JsonNode mark = new ObjectMapper().readTree("{\"type\":\"ephemeral\"}");
        assertEquals(mark, body.at("/system/0/cache_control"));
        assertEquals("Be brief", body.at("/system/0/text").asText());
        assertEquals(mark, body.at("/messages/4/content/1/cache_control"));
        assertEquals(mark, body.at("/messages/2/content/0/cache_control"));
        assertEquals(3, body.findValues("cache_control").size());
    }

    @Test
    void withoutASystemPrompt_theLastToolIsMarked() throws IOException {
        ToolSpec other = new ToolSpec("u", "d", "{\"type\":\"object\"}");
        JsonNode body = body(FIVE_MINUTES, List.of(TOOL, other), TALK.subList(0, 1));

        assertEquals("ephemeral", body.at("/tools/1/cache_control/type").asText());
        assertEquals(
                "ephemeral", body.at("/messages/0/content/0/cache_control/type").asText());
        assertEquals(2, body.findValues("cache_control").size());
    }

    @Test
    void anHour_isSaid() throws IOException {
        GenerationOptions hour =
                GenerationOptions.builder().promptCache(PromptCache.ONE_HOUR).build();

        JsonNode body = body(hour, List.of(), TALK.subList(0, 1));

        assertEquals("1h", body.at("/messages/0/content/0/cache_control/ttl").asText());
    }

    @Test
    void unasked_nothingIsMarked() throws IOException {
        for (GenerationOptions options : List.of(
                GenerationOptions.none(),
                FIVE_MINUTES.overlaidBy(GenerationOptions.builder()
                        .promptCache(PromptCache.NONE)
                        .build()))) {
            JsonNode body = body(options, List.of(TOOL), with(Message.system("Be brief"), TALK));
            assertEquals(List.of(), body.findValues("cache_control"));
            assertEquals("Be brief", body.path("system").asText());
        }
    }

    @Test
    void callersOwnSystem_isNotMarked() throws IOException {
        GenerationOptions options = FIVE_MINUTES.toBuilder()
                .extra("anthropic", Map.of("system", "Mine"))
                .build();

        JsonNode body = body(options, List.of(TOOL), with(Message.system("Be brief"), TALK.subList(0, 1)));

        assertEquals("Mine", body.path("system").asText());
        assertEquals("ephemeral", body.at("/tools/0/cache_control/type").asText());
    }

    /** What was marked as the end is a mark again in the next request: up to it all is read. */
    @Test
    void nextRequest_isMarkedWhereTheLastOneEnded() throws IOException {
        JsonNode before = body(FIVE_MINUTES, List.of(), TALK.subList(0, 3));
        JsonNode after = body(FIVE_MINUTES, List.of(), TALK);

        assertFalse(before.at("/messages/2/content/0/cache_control").isMissingNode());
        assertEquals(before.at("/messages/2"), after.at("/messages/2"));
    }

    @Test
    void blankMessageAtTheEnd_leavesTheMarkToTheOneBefore() throws IOException {
        List<Message> messages =
                List.of(Message.user("a"), Message.assistant(" "), new Message(Role.USER, List.of(new Text(" "))));

        JsonNode body = body(FIVE_MINUTES, List.of(), messages);

        assertEquals(1, body.findValues("cache_control").size());
        assertFalse(body.at("/messages/0/content/0/cache_control").isMissingNode());
    }
}

package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunTimeoutException;
import io.agenticraft.agent.TurnLimitException;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.Usage;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Check;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anthropic pauses long turns of tools that run there: a run has it go on. */
class PausedTurnTest {
    private static final String ASKED =
            "{\"type\":\"server_tool_use\",\"id\":\"srvtoolu_1\",\"name\":\"web_search\",\"input\":{\"query\":\"x\"}}";
    private static final String FOUND =
            "{\"type\":\"web_search_tool_result\",\"tool_use_id\":\"srvtoolu_1\",\"content\":[]}";
    private static final String BEGUN = "{\"type\":\"text\",\"text\":\"I search. \"}";
    private static final String ANSWER = "{\"type\":\"text\",\"text\":\"It is so\"}";
    private static final String CALL =
            "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"weather\",\"input\":{\"city\":\"Bern\"}}";
    private static final String CONTAINER = ",\"container\":{\"id\":\"container_1\",\"expires_at\":\"2026-01-01\"}";

    private final WireServer server = WireServer.start();
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(variable -> null)
            .baseUrl("anthropic", server.url("/"))
            .key("anthropic", "key")
            .build();
    private final Conversation memory = Conversation.inMemory();
    private final Agent agent = Agent.builder()
            .model("anthropic:claude-sonnet-4-5")
            .registry(registry)
            .memory(memory)
            .tool(Tool.of("weather", "d", Schema.object().string("city", "c"), arguments -> "sunny"))
            .build();

    @AfterEach
    void close() throws IOException {
        registry.close();
        server.close();
    }

    private void reply(boolean stream, String reason, String more, String... blocks) {
        if (stream) {
            server.reply(Replies.chunked(Replies.EVENTS, events(reason, more, blocks)));
        } else {
            server.reply(Replies.json(
                    "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m1\",\"content\":["
                            + String.join(",", blocks) + "],\"stop_reason\":\"" + reason + "\"" + more
                            + ",\"usage\":{\"input_tokens\":10,\"output_tokens\":3}}"));
        }
    }

    private static String events(String reason, String more, String... blocks) {
        StringBuilder events = new StringBuilder(
                event(
                        "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"model\":\"m1\",\"content\":[],\"usage\":{\"input_tokens\":10}}}"));
        for (int i = 0; i < blocks.length; i++) {
            events.append(event(
                    "{\"type\":\"content_block_start\",\"index\":" + i + ",\"content_block\":" + blocks[i] + "}"));
            events.append(event("{\"type\":\"content_block_stop\",\"index\":" + i + "}"));
        }
        return events
                + event("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + reason + "\"" + more
                        + "},\"usage\":{\"output_tokens\":3}}")
                + event("{\"type\":\"message_stop\"}");
    }

    private static String event(String json) {
        return "event: x\ndata: " + json + "\n\n";
    }

    private RunResult run(boolean stream, RunOptions options) {
        return agent.start(List.of(Message.user("Search")), options, stream ? event -> {} : null)
                .join();
    }

    private JsonNode request(int number) throws Exception {
        return Recording.MAPPER.readTree(server.received().get(number).body());
    }

    private static JsonNode json(String... blocks) throws Exception {
        return Recording.MAPPER.readTree("[" + String.join(",", blocks) + "]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pausedTurn_goesOnAsItCame(boolean stream) throws Exception {
        reply(stream, "pause_turn", "", BEGUN, ASKED);
        reply(stream, "pause_turn", "", FOUND);
        reply(stream, "end_turn", "", ANSWER);

        RunResult result = run(stream, RunOptions.defaults());

        assertEquals("I search. It is so", result.text());
        assertEquals(FinishReason.STOP, result.finishReason());
        assertEquals(3, result.turns());
        assertEquals(Usage.of(30, 9), result.usage());
        assertEquals(json(BEGUN, ASKED), request(1).at("/messages/1/content"));
        assertEquals(json(BEGUN, ASKED, FOUND), request(2).at("/messages/1/content"));
        assertEquals(2, request(2).at("/messages").size());
        assertEquals(2, memory.messages().size(), "a question and an answer");
        assertEquals(4, memory.messages().get(1).content().size());
        assertEquals(memory.messages(), result.messages());
    }

    @Test
    void nextRun_isToldOfBothHalves() throws Exception {
        reply(false, "pause_turn", "", ASKED);
        reply(false, "end_turn", "", FOUND, ANSWER);
        reply(false, "end_turn", "", ANSWER);
        run(false, RunOptions.defaults());
        run(false, RunOptions.defaults());

        assertEquals(json(ASKED, FOUND, ANSWER), request(2).at("/messages/1/content"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pauseAfterTheLastTurn_saysSo(boolean stream) {
        reply(stream, "pause_turn", "", ASKED);

        CompletionException failed = assertThrows(
                CompletionException.class,
                () -> run(stream, RunOptions.defaults().withMaxTurns(1)));

        TurnLimitException limit = assertInstanceOf(TurnLimitException.class, failed.getCause());
        Check.contains("paused the model again after 1 turns", String.valueOf(limit.getMessage()));
        assertEquals(2, limit.messages().size());
    }

    @Test
    void deadline_holdsOverPauses() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        reply(false, "pause_turn", "", BEGUN, ASKED);
        server.reply(Replies.silent(never));

        CompletionException failed = assertThrows(
                CompletionException.class,
                () -> run(false, RunOptions.defaults().withTimeout(Duration.ofMillis(700))));

        RunTimeoutException timeout = assertInstanceOf(RunTimeoutException.class, failed.getCause());
        assertEquals(2, server.received().size());
        assertEquals(2, timeout.messages().size(), "what was said before the pause is there");
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void searchBesideACall_isFoundAfterTheCallsResult(boolean stream) throws Exception {
        reply(stream, "tool_use", "", ASKED, CALL);
        reply(stream, "end_turn", "", FOUND, ANSWER);
        reply(stream, "end_turn", "", ANSWER);
        run(stream, RunOptions.defaults());
        run(stream, RunOptions.defaults());

        assertEquals(json(ASKED, CALL), request(1).at("/messages/1/content"));
        assertEquals("tool_result", request(1).at("/messages/2/content/0/type").asText());
        assertEquals(json(ASKED, CALL), request(2).at("/messages/1/content"));
        assertEquals(json(FOUND, ANSWER), request(2).at("/messages/3/content"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void container_isTheTurns(boolean stream) throws Exception {
        reply(stream, "pause_turn", CONTAINER, ASKED);
        reply(stream, "end_turn", CONTAINER, FOUND, ANSWER);
        reply(stream, "end_turn", "", ANSWER);
        run(stream, RunOptions.defaults());
        run(stream, RunOptions.defaults());

        assertEquals("container_1", request(1).path("container").asText());
        assertTrue(request(2).path("container").isMissingNode(), "it may be gone by then");
        assertEquals(json(ASKED, FOUND, ANSWER), request(2).at("/messages/1/content"));
    }
}

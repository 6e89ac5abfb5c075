package io.agenticraft.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.AgentBuilder;
import io.agenticraft.agent.RunEvent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunTimeoutException;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Check;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import io.agenticraft.wire.WireServer.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an agent does on every provider, from its builder down to the socket. */
abstract class AgentSuite {
    private final Dialect dialect;
    private final WireServer server = WireServer.start();
    private final ProviderRegistry registry;

    AgentSuite(Dialect dialect) {
        this.dialect = dialect;
        ProviderRegistry.Builder builder = ProviderRegistry.builder()
                .environment(variable -> null)
                .baseUrl(dialect.provider(), server.url(dialect.basePath()));
        if (!dialect.keyHeader("").isEmpty()) {
            builder.key(dialect.provider(), "sk-secret");
        }
        registry = builder.build();
    }

    @AfterEach
    void stop() throws Exception {
        registry.close();
        server.close();
    }

    private AgentBuilder agent() {
        Tool weather = Tool.of(
                "weather",
                "tells the weather",
                Schema.object().string("city", "the city").required(),
                arguments -> "sunny in " + arguments.string("city"));
        return Agent.builder()
                .name("desk")
                .instructions("be brief")
                .model(dialect.provider() + ":" + dialect.model())
                .registry(registry)
                .tool(weather);
    }

    @Test
    void runWithATool_makesTwoCallsAndFillsTheResult() {
        server.reply(dialect.callReply("call_7")).reply(dialect.textReply("It is sunny."));

        RunResult result = agent().build().run("How is the weather?");

        assertEquals("It is sunny.", result.text());
        assertEquals(Usage.of(20, 10).inputTokens(), result.usage().inputTokens());
        assertEquals(10, result.usage().outputTokens());
        assertEquals(FinishReason.STOP, result.finishReason());
        assertEquals(2, result.turns());
        assertEquals(4, result.messages().size());
        assertEquals("weather", result.toolCalls().get(0).name());
        assertEquals("{\"city\":\"Graz\"}", result.toolCalls().get(0).arguments());
        assertEquals(2, server.received().size());
        Check.contains("be brief", server.received().get(0).body());
        Check.contains("tells the weather", server.received().get(0).body());
        Check.contains("sunny in Graz", server.last().body());
    }

    @Test
    void key_travelsInItsHeaderOnly() {
        server.reply(dialect.textReply("hi"));
        agent().build().run("hello");
        Received request = server.last();
        List<String> header = dialect.keyHeader("sk-secret");
        if (!header.isEmpty()) {
            assertEquals(header.get(1), request.headers().get(header.get(0)));
        }
        Check.containsNot("sk-secret", request.path() + request.body());
    }

    @Test
    void streamWithATool_tellsEverythingInOrder() {
        server.reply(dialect.streamedCallReply("call_7")).reply(dialect.streamReply("It ", "is ", "sunny."));
        Subscriber subscriber = new Subscriber(Long.MAX_VALUE);
        agent().build().stream("How is the weather?").subscribe(subscriber);
        RunResult result = subscriber.result();
        assertEquals("It is sunny.", result.text());
        assertEquals("It is sunny.", subscriber.text());
        assertEquals(10, result.usage().outputTokens());
        assertNotNull(result.timeToFirstToken());
        assertEquals(
                "sunny in Graz",
                subscriber.only(RunEvent.ToolFinished.class).result().content());
        Check.contains("sunny in Graz", server.last().body());
    }

    @Test
    void subscriberWithoutDemand_stopsTheServerFromSending() {
        int total = 60_000; // far more than all buffers between the two ends hold
        Flood flood = new Flood(dialect, total);
        server.reply(flood);
        Subscriber subscriber = new Subscriber(3);
        agent().build().stream("go on").subscribe(subscriber);
        Check.eventually("three events", () -> subscriber.events().size() == 3);
        long stuck = flood.sentWhenStuck();
        assertTrue(stuck < total, "the server could send all of " + total);
        assertEquals(3, subscriber.events().size());
        subscriber.request(Long.MAX_VALUE);
        assertEquals(total, subscriber.result().text().length() / Flood.TEXT.length(), "nothing is lost");
    }

    @Test
    void cancelledRun_closesTheConnection() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.reply((socket, request) -> {
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        });
        CompletableFuture<RunResult> run = agent().build().runAsync("hello");
        Check.eventually("the request arrives", () -> !server.received().isEmpty());
        run.cancel(true);
        assertTrue(gone.await(10, TimeUnit.SECONDS), "the server sees the connection end");
    }

    @Test
    void cancelledSubscription_closesTheConnection() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        server.reply((socket, request) -> {
            Replies.head(socket, 200, Map.of("content-type", dialect.streamType()), "transfer-encoding: chunked");
            for (String piece : dialect.stream(List.of("a", "b")).subList(0, 2)) {
                Replies.chunk(socket, piece.getBytes(StandardCharsets.UTF_8));
            }
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        });
        Subscriber subscriber = new Subscriber(Long.MAX_VALUE);
        agent().build().stream("hello").subscribe(subscriber);
        Check.eventually("something arrives", () -> !subscriber.events().isEmpty());
        subscriber.cancel();
        assertTrue(gone.await(10, TimeUnit.SECONDS), "the server sees the connection end");
    }

    @Test
    void slowServer_meetsTheDeadlineOfTheRun() {
        CountDownLatch gate = new CountDownLatch(1);
        server.reply(Replies.silent(gate));
        Agent agent = agent().build();
        assertThrows(
                RunTimeoutException.class,
                () -> agent.run("hello", RunOptions.defaults().withTimeout(Duration.ofMillis(200))));
        gate.countDown();
    }

    @Test
    void refusedCall_surfacesRawAndLeavesTheMemoryAlone() {
        server.reply(dialect.callReply("call_7"))
                .reply(Replies.response(
                        429, Map.of("content-type", Replies.JSON, "retry-after", "2"), "{\"error\":\"slow\"}"));
        Conversation memory = Conversation.inMemory();
        Agent agent = agent().memory(memory).build();
        RateLimitException failure = assertThrows(RateLimitException.class, () -> agent.run("hello"));
        assertEquals(429, failure.status());
        assertEquals(Duration.ofSeconds(2), failure.retryAfter());
        assertEquals(List.of(), memory.messages());
        Check.containsNot("sk-secret", failure.toString());
    }

    @Test
    void memory_carriesToolCallsToTheNextRun() {
        server.reply(dialect.callReply("call_7"))
                .reply(dialect.textReply("It is sunny."))
                .reply(dialect.textReply("In Graz."));
        Agent agent = agent().memory(Conversation.inMemory()).build();
        agent.run("How is the weather?");
        assertEquals("In Graz.", agent.run("Where?").text());
        String body = server.last().body();
        for (String said : List.of("How is the weather?", "sunny in Graz", "It is sunny.", "Where?")) {
            Check.contains(said, body);
        }
    }

    @Test
    void manyRunsAtOnce_stayApart() throws Exception {
        server.always((socket, request) -> {
            String number = request.body().replaceAll("(?s).*number (\\d+)\\D.*", "$1");
            dialect.textReply("re " + number).write(socket, request);
        });
        Agent agent = agent().build();
        List<CompletableFuture<RunResult>> runs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            runs.add(agent.runAsync("number " + i + "!"));
        }
        for (int i = 0; i < 100; i++) {
            assertEquals("re " + i, runs.get(i).get(20, TimeUnit.SECONDS).text());
        }
    }

    @Test
    void pieces_areDeltasOfTheFirstTurn() {
        server.reply(dialect.streamReply("a", "b"));
        Subscriber subscriber = new Subscriber(Long.MAX_VALUE);
        agent().build().stream("hello").subscribe(subscriber);
        subscriber.result();
        List<String> texts = subscriber.events().stream()
                .filter(RunEvent.Delta.class::isInstance)
                .map(event -> (RunEvent.Delta) event)
                .filter(delta -> delta.turn() == 1 && delta.event() instanceof ModelEvent.TextDelta)
                .map(delta -> ((ModelEvent.TextDelta) delta.event()).text())
                .filter(text -> !text.isEmpty())
                .toList();
        assertEquals(List.of("a", "b"), texts);
        assertFalse(subscriber.failed());
    }
}

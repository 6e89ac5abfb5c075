package io.agenticraft.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.AgentBuilder;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.Health;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.resilience.Failover;
import io.agenticraft.stats.CallStats;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import io.agenticraft.wire.WireServer.Received;
import io.agenticraft.wire.WireServer.Reply;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys and addresses that change in the environment while an agent, which nobody touches, makes its runs. */
class KeyRotationTest {
    private static final String TARGET = "openai:gpt-4o-mini";
    private static final String KEY = "OPENAI_API_KEY";
    private static final String URL = "OPENAI_BASE_URL";

    private final OpenAiDialect dialect = new OpenAiDialect();
    private final AtomicReference<String> valid = new AtomicReference<>("sk-old");
    private final WireServer server = WireServer.start().always(this::answer);
    private final WireServer moved = WireServer.start().always(this::answer);
    private final Map<String, String> environment =
            new ConcurrentHashMap<>(Map.of(KEY, "sk-old", URL, server.url("/v1").toString()));
    private final ProviderRegistry registry =
            ProviderRegistry.builder().environment(environment::get).build();

    @AfterEach
    void stop() throws Exception {
        registry.close();
        server.close();
        moved.close();
    }

    /** Takes one key at a time; asks for a tool first where a request offers one. */
    private void answer(Socket socket, Received request) throws Exception {
        boolean known = ("Bearer " + valid.get()).equals(request.headers().get("authorization"));
        boolean first = request.body().contains("\"tools\"") && !request.body().contains("\"tool\"");
        Reply reply = !known
                ? Replies.response(401, Map.of(), "{\"error\":{\"message\":\"no\",\"code\":\"invalid_api_key\"}}")
                : first ? dialect.callReply("call_1") : dialect.textReply("ok");
        reply.write(socket, request);
    }

    private AgentBuilder agent() {
        return Agent.builder().registry(registry).model(TARGET);
    }

    private static List<String> keys(WireServer at) {
        return at.received().stream()
                .map(request -> String.valueOf(request.headers().get("authorization")))
                .map(header -> header.replace("Bearer ", ""))
                .toList();
    }

    private void rotate() {
        environment.put(KEY, "sk-new");
        valid.set("sk-new");
    }

    @Test
    void keyRotatedBetweenRuns_costsOneRefusedRunAndNoSwitch() {
        Agent agent = agent().build();
        assertEquals("ok", agent.run("one").text());
        rotate();
        assertThrows(AuthenticationException.class, () -> agent.run("two"));
        assertEquals("ok", agent.run("three").text());
        assertEquals(List.of("sk-old", "sk-old", "sk-new"), keys(server));
    }

    @Test
    void keyRotatedAndRefreshed_costsNothing() {
        CallStats stats = CallStats.create();
        Agent agent = agent().stats(stats).build();
        assertEquals("ok", agent.run("one").text());
        rotate();
        registry.refresh();
        assertEquals("ok", agent.run("two").text());
        assertEquals(List.of("sk-old", "sk-new"), keys(server));
        assertEquals(1, stats.snapshot().series().size(), "one model, whatever its key");
        Health health = registry.providerInfo("openai").health();
        assertNotNull(health);
        assertTrue(health.healthy());
    }

    @Test
    void keyRotatedAmidARun_isNotThatRunsKey() {
        Tool rotating = Tool.of("weather", "tells it", Schema.object().string("city", "the city"), arguments -> {
            environment.put(KEY, "sk-new");
            registry.refresh();
            assertEquals(
                    "ok",
                    Agent.builder()
                            .registry(registry)
                            .model(TARGET)
                            .build()
                            .run("inner")
                            .text());
            return "sunny";
        });
        valid.set("sk-old");
        Agent agent = agent().tool(rotating).build();
        server.reply(dialect.callReply("call_1"));
        server.reply(dialect.textReply("ok"));
        server.reply(dialect.textReply("outer"));
        assertEquals("outer", agent.run("go").text());
        assertEquals(List.of("sk-old", "sk-new", "sk-old"), keys(server));
    }

    @Test
    void addressChangedAmidARun_isNotThatRunsAddress() {
        Tool moving = Tool.of("weather", "tells it", Schema.object().string("city", "the city"), arguments -> {
            environment.put(URL, moved.url("/v1").toString());
            environment.put(KEY, "sk-moved");
            registry.refresh();
            return "sunny";
        });
        Agent agent = agent().tool(moving).build();
        assertEquals("ok", agent.run("go").text());
        assertEquals(List.of("sk-old", "sk-old"), keys(server));
        assertEquals(List.of(), keys(moved));
        valid.set("sk-moved");
        assertEquals("ok", agent.run("again").text());
        assertEquals(2, keys(server).size(), "the old address never sees the new key");
        assertEquals(List.of("sk-moved", "sk-moved"), keys(moved));
        URI endpoint = agent.binding().provider().endpoint();
        assertEquals(moved.url("/v1"), endpoint);
    }

    @Test
    void pinnedBinding_keepsItsKeyForGood() {
        Agent agent = agent().build();
        Binding pinned = agent.binding().pinned();
        rotate();
        registry.refresh();
        assertEquals("ok", agent.run("one").text());
        assertThrows(
                AuthenticationException.class,
                () -> agent.run("two", RunOptions.defaults().with(pinned)));
        assertEquals(List.of("sk-new", "sk-old"), keys(server));
    }

    @Test
    void lateRefusalOfTheOldKey_leavesTheNewOnesHealth() throws Exception {
        CountDownLatch rotated = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        server.reply((socket, request) -> {
            asked.countDown();
            rotated.await();
            answer(socket, request);
        });
        Agent agent = agent().build();
        CompletableFuture<RunResult> late = agent.runAsync("late");
        asked.await();
        rotate();
        registry.refresh();
        assertEquals("ok", agent.run("new").text());
        rotated.countDown();
        assertThrows(Exception.class, late::join);
        Health health = registry.providerInfo("openai").health();
        assertNotNull(health);
        assertTrue(health.healthy(), health::toString);
    }

    @Test
    void fallback_followsItsKeyToo() {
        environment.put("OLLAMA_HOST", "http://127.0.0.1:1");
        Agent agent = Agent.builder()
                .registry(registry)
                .model("ollama:llama3.2")
                .routing(Failover.to(registry.resolve(TARGET)))
                .build();
        assertEquals("ok", agent.run("one").text());
        rotate();
        registry.refresh();
        assertEquals("ok", agent.run("two").text());
        assertEquals(List.of("sk-old", "sk-new"), keys(server));
    }

    @Test
    void sixtyFourRunsAmidRotations_useOneKeyEachAndNewOnesAfterwards() throws Exception {
        server.always((socket, request) -> {
            boolean first = !request.body().contains("\"role\":\"tool\"");
            (first ? dialect.callReply("call_1") : dialect.textReply("ok")).write(socket, request);
        });
        Agent agent = agent().tool(Tool.of(
                        "weather", "tells it", Schema.object().string("city", "the city"), arguments -> "sunny"))
                .build();
        for (int round = 1; round <= 10; round++) {
            int before = server.received().size();
            List<CompletableFuture<RunResult>> runs = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                if (i == 32) {
                    environment.put(KEY, "sk-" + round);
                    registry.refresh();
                }
                runs.add(agent.runAsync("run " + i + "."));
            }
            for (CompletableFuture<RunResult> run : runs) {
                assertEquals("ok", run.join().text());
            }
            List<Received> requests =
                    server.received().subList(before, server.received().size());
            assertEquals(128, requests.size());
            for (int i = 0; i < 64; i++) {
                String question = "run " + i + ".";
                List<String> used = requests.stream()
                        .filter(request -> request.body().contains(question))
                        .map(request -> String.valueOf(request.headers().get("authorization")))
                        .distinct()
                        .collect(Collectors.toList());
                String expected = i >= 32 ? "sk-" + round : round == 1 ? "sk-old" : "sk-" + (round - 1);
                assertEquals(List.of("Bearer " + expected), used, question);
            }
        }
    }
}

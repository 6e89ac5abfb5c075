package io.agenticraft.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Message;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.resilience.Failover;
import io.agenticraft.resilience.FailoverBuilder;
import io.agenticraft.testing.Check;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose target goes down between two tool calls, and what the next one is then sent. */
class MovingRunTest {
    private static final WireServer.Reply DOWN =
            Replies.response(503, Map.of("content-type", Replies.JSON, "x-should-retry", "false"), "{}");

    private final Map<String, Dialect> dialects =
            Map.of("openai", new OpenAiDialect(), "anthropic", new AnthropicDialect(), "ollama", new OllamaDialect());
    private final Map<String, WireServer> servers =
            Map.of("openai", WireServer.start(), "anthropic", WireServer.start(), "ollama", WireServer.start());
    private final ProviderRegistry registry;

    MovingRunTest() {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().environment(variable -> null);
        dialects.forEach((name, dialect) ->
                builder.baseUrl(name, server(name).url(dialect.basePath())).key(name, "sk-" + name));
        registry = builder.build();
    }

    @AfterEach
    void stop() throws Exception {
        registry.close();
        for (WireServer server : servers.values()) {
            server.close();
        }
    }

    private WireServer server(String name) {
        return require(servers.get(name));
    }

    private Dialect dialect(String name) {
        return require(dialects.get(name));
    }

    private static <T> T require(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("There is no such provider");
        }
        return value;
    }

    private String target(String name) {
        return name + ":" + dialect(name).model();
    }

    private FailoverBuilder to(String fallback) {
        return Failover.builder()
                .fallback(registry.resolve(target(fallback)))
                .retriesPerTarget(0)
                .backoff(Duration.ZERO, Duration.ZERO);
    }

    private Agent agent(String first, Failover failover, Conversation memory) {
        Tool weather = Tool.of(
                "weather", "tells it", Schema.object().string("city", "the city"), arguments -> "sunny and warm");
        return Agent.builder()
                .model(target(first))
                .registry(registry)
                .tool(weather)
                .memory(memory)
                .routing(failover)
                .build();
    }

    private WireServer.Reply call(String name, String id) {
        return dialect(name).callReply(id);
    }

    private static int count(String part, String all) {
        return all.split(Pattern.quote(part), -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource({"openai,anthropic", "anthropic,openai", "openai,ollama", "ollama,anthropic"})
    void runThatMayMove_survivesItsTarget_andComesBack(String first, String second) {
        server(first)
                .reply(call(first, "c_1"))
                .reply(call(first, "c_2"))
                .reply(call(first, "c_3"))
                .reply(DOWN);
        server(second).reply(call(second, "c_4")).reply(DOWN);
        server(first).reply(dialect(first).textReply("all sunny"));

        RunResult result = agent(first, to(second).movingWithinRun(true).build(), Conversation.inMemory())
                .run("How is the weather?");

        assertEquals("all sunny", result.text());
        assertEquals(5, result.turns());
        assertEquals(4, result.toolCalls().size());
        assertEquals(first, result.provider());
        assertEquals(2, server(second).received().size());
        String moved = server(second).received().get(0).body();
        assertEquals(3, count("sunny and warm", moved), moved);
        assertEquals(3, count("Graz", moved), moved);
        String back = server(first).last().body();
        assertEquals(4, count("sunny and warm", back), back);
        assertEquals(4, count("Graz", back), back);
        Check.contains("How is the weather?", back);
    }

    @Test
    void runThatMovedOn_staysThere() {
        server("openai").reply(call("openai", "c_1")).reply(DOWN);
        server("anthropic")
                .reply(call("anthropic", "c_2"))
                .reply(dialect("anthropic").textReply("done"));

        RunResult result = agent("openai", to("anthropic").movingWithinRun(true).build(), Conversation.inMemory())
                .run("go");

        assertEquals("anthropic", result.provider());
        assertEquals(target("openai"), result.requested());
        assertEquals(2, server("openai").received().size());
        assertEquals(2, server("anthropic").received().size());
    }

    @Test
    void runThatMayNotMove_failsWithItsTarget() {
        server("openai").reply(call("openai", "c_1")).reply(DOWN);
        Agent agent = agent("openai", to("anthropic").build(), Conversation.inMemory());
        assertThrows(ProviderException.class, () -> agent.run("go"));
        assertEquals(0, server("anthropic").received().size());
    }

    /** What only a fallback understands is its to have, whatever the run is pinned to. */
    @Test
    void fallback_isSentItsOwnReasoning() {
        Conversation memory = Conversation.inMemory();
        memory.append(List.of(
                Message.user("before"),
                new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Reasoning("a thought", "anthropic", "signed-by-anthropic", null),
                                new Text("yes")))));
        server("openai").reply(DOWN);
        server("anthropic").reply(dialect("anthropic").textReply("done"));

        agent("openai", to("anthropic").build(), memory).run("go");

        Check.containsNot("signed-by-anthropic", server("openai").last().body());
        Check.contains("signed-by-anthropic", server("anthropic").last().body());
    }
}

package io.agenticraft.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.agent.Agent;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Check;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import io.agenticraft.wire.WireServer.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One agent and one conversation on three vendors, each with a key and a server of its own. */
class SwitchOverTheWireTest {
    private final Map<Dialect, WireServer> servers = new LinkedHashMap<>();
    private final ProviderRegistry registry;

    SwitchOverTheWireTest() {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().environment(variable -> null);
        for (Dialect dialect : List.of(new OpenAiDialect(), new AnthropicDialect(), new OllamaDialect())) {
            WireServer server = WireServer.start();
            servers.put(dialect, server);
            builder.baseUrl(dialect.provider(), server.url(dialect.basePath())).key(dialect.provider(), key(dialect));
        }
        registry = builder.build();
    }

    @AfterEach
    void stop() throws Exception {
        registry.close();
        for (WireServer server : servers.values()) {
            server.close();
        }
    }

    private static String key(Dialect dialect) {
        return "sk-of-" + dialect.provider();
    }

    private static String name(Dialect dialect) {
        return dialect.provider() + ":" + dialect.model();
    }

    private Agent agent(Dialect first) {
        Tool weather = Tool.of("weather", "tells it", Schema.object().string("city", "the city"), arguments -> "sunny");
        return Agent.builder()
                .model(name(first))
                .registry(registry)
                .tool(weather)
                .memory(Conversation.inMemory())
                .build();
    }

    private void assertKeysStayedAtHome() {
        servers.forEach((home, server) -> {
            for (Received request : server.received()) {
                String all = request.toString();
                Check.contains(key(home), all);
                for (Dialect other : servers.keySet()) {
                    if (other != home) {
                        Check.containsNot(key(other), all);
                    }
                }
            }
        });
    }

    @Test
    void conversationWithATool_survivesEverySwitch() {
        List<Dialect> dialects = new ArrayList<>(servers.keySet());
        Agent agent = agent(dialects.get(0));
        int said = 0;
        for (Dialect from : dialects) {
            for (Dialect to : dialects) {
                agent.switchTo(name(from));
                server(from).reply(from.callReply("call_" + said)).reply(from.textReply("answer " + said));
                agent.run("question " + said++ + ".");
                agent.switchTo(name(to));
                server(to).reply(to.textReply("answer " + said));
                assertEquals(
                        "answer " + said, agent.run("question " + said++ + ".").text());
                String body = server(to).last().body();
                for (int i = 0; i < said; i++) {
                    Check.contains("question " + i + ".", body);
                }
                Check.contains("sunny", body);
            }
        }
        assertKeysStayedAtHome();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomSwitches_keepEveryKeyAtHome(long seed) {
        Random random = new Random(seed);
        List<Dialect> dialects = new ArrayList<>(servers.keySet());
        servers.forEach((dialect, server) -> server.always(dialect.textReply("ok")));
        Agent agent = agent(dialects.get(0));
        for (int i = 0; i < 30; i++) {
            agent.switchTo(name(dialects.get(random.nextInt(3))));
            assertEquals("ok", agent.run("go").text());
        }
        assertKeysStayedAtHome();
    }

    @Test
    void redirectToAnotherOrigin_isNotFollowedWithTheKey() {
        List<Dialect> dialects = new ArrayList<>(servers.keySet());
        Dialect from = dialects.get(0);
        WireServer elsewhere = server(dialects.get(1));
        elsewhere.always(from.textReply("stolen"));
        server(from)
                .always(Replies.response(
                        307,
                        Map.of("location", elsewhere.url("/v1/chat/completions").toString()),
                        ""));
        assertThrows(ProviderException.class, () -> agent(from).run("go"));
        assertEquals(List.of(), elsewhere.received());
        assertKeysStayedAtHome();
    }

    private WireServer server(Dialect dialect) {
        WireServer server = servers.get(dialect);
        if (server == null) {
            throw new AssertionError("No server of " + dialect.provider());
        }
        return server;
    }
}

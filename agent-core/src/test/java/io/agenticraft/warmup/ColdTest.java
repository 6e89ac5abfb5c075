package io.agenticraft.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.http.HttpPools;
import io.agenticraft.http.PoolStats;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Check;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps a target from staying warm is in the report, and is put right where it can be. */
class ColdTest {
    private static final String CHAT = "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}";

    private final List<WireServer> servers = new ArrayList<>();

    private WireServer server() {
        WireServer server = WireServer.start()
                .always((socket, request) -> Replies.json(request.method().equals("GET") ? "{\"data\":[]}" : CHAT)
                        .write(socket, request));
        servers.add(server);
        return server;
    }

    @AfterEach
    void stop() throws IOException {
        for (WireServer server : servers) {
            server.close();
        }
    }

    private static WarmUpReport run(WarmUp warmUp) throws Exception {
        return warmUp.run().get(30, TimeUnit.SECONDS);
    }

    private static ProviderRegistry.Builder builder() {
        return ProviderRegistry.builder().environment(variable -> null);
    }

    private static ProviderSpec spec(WireServer server) {
        return ProviderSpec.of("openai", server.url("/v1"), "sk-1");
    }

    @Test
    void poolThatKeepsNothing_isCold() throws Exception {
        ProviderSpec keepsNone =
                spec(server()).withPool(PoolSettings.defaultsFor("openai").withConnections(10, 0));
        try (ProviderRegistry registry = builder().spec("mine", keepsNone).build()) {
            TargetReport report = run(WarmUp.of(registry).target("mine:m")).target("mine:m");
            assertTrue(report.ok());
            assertEquals(Rung.VERIFIED, report.reached());
            Check.contains("keepAliveConnections", report.cold());
            Check.contains("; but no connection is kept", report.toString());
        }
    }

    @Test
    void serverThatClosesAfterTheProbe_isConnectedToAgain() throws Exception {
        WireServer server = server();
        server.reply(Replies.response(200, Map.of("connection", "close"), "{\"data\":[]}"));
        try (ProviderRegistry registry = builder().spec("mine", spec(server)).build()) {
            TargetReport report = run(WarmUp.of(registry).target("mine:m")).target("mine:m");
            assertTrue(report.ok());
            assertNull(report.cold());
            Check.eventually("the second connection is accepted", () -> server.connections() == 2);
            Agent agent = Agent.builder().registry(registry).model("mine:m").build();
            assertEquals("ok", agent.run("hi").text());
            assertEquals(2, server.connections());
        }
    }

    @Test
    void moreTargetsThanInstancesAreKept_areTold() throws Exception {
        ProviderRegistry.Builder builder = builder().maxInstances(2);
        for (String name : List.of("a", "b", "c", "d")) {
            builder.spec(name, spec(server()));
        }
        try (ProviderRegistry registry = builder.build()) {
            WarmUpReport report = run(WarmUp.of(registry).targets("a:m", "b:m", "c:m", "d:m"));
            assertTrue(report.ok(), report::toString);
            List<TargetReport> cold =
                    report.targets().stream().filter(one -> one.cold() != null).toList();
            assertEquals(2, cold.size(), report::toString);
            Check.contains("maxInstances", cold.get(0).toString());
        }
    }

    @Test
    void hundredTargetsAtOneOrigin_areAllWarm() throws Exception {
        WireServer server = server();
        try (ProviderRegistry registry =
                builder().maxInstances(200).spec("mine", spec(server)).build()) {
            WarmUp warmUp = WarmUp.of(registry);
            for (int i = 0; i < 100; i++) {
                warmUp.target("mine:m" + i).target("mine:m" + i);
            }
            WarmUpReport report = run(warmUp);
            assertEquals(100, report.targets().size());
            assertTrue(report.ok(), report::toString);
            assertTrue(report.targets().stream().allMatch(one -> one.cold() == null), report::toString);
            assertTrue(server.connections() <= 100, "the pool's bound holds");
            long opened = opened(server);
            assertEquals(
                    "ok",
                    Agent.builder()
                            .registry(registry)
                            .model("mine:m7")
                            .build()
                            .run("hi")
                            .text());
            assertEquals(opened, opened(server));
        }
    }

    private static long opened(WireServer server) {
        String port = ":" + server.url("").getPort();
        return HttpPools.stats().stream()
                .filter(pool -> pool.origin().endsWith(port))
                .mapToLong(PoolStats::opened)
                .sum();
    }

    @Test
    void timeoutWithoutEnd_isFine() throws Exception {
        try (ProviderRegistry registry = builder().spec("mine", spec(server())).build()) {
            assertTrue(run(WarmUp.of(registry).target("mine:m").timeout(Duration.ofSeconds(Long.MAX_VALUE)))
                    .ok());
        }
    }

    @Test
    void registryClosedInTheMiddle_endsItWithAFailure() throws Exception {
        WireServer server = server();
        ProviderRegistry registry = builder().spec("mine", spec(server)).build();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        server.reply((socket, request) -> {
            registry.close();
            closed.complete(null);
            Replies.json("{\"data\":[]}").write(socket, request);
        });
        TargetReport report = run(WarmUp.of(registry).target("mine:m")).target("mine:m");
        closed.get(20, TimeUnit.SECONDS);
        assertTrue(report.error() != null || report.cold() != null, report::toString);
        TargetReport late = run(WarmUp.of(registry).target("mine:m")).target("mine:m");
        assertInstanceOf(IllegalStateException.class, late.error());
        assertEquals(Rung.NONE, late.reached());
    }

    @Test
    void warmUpAmidCalls_harmsNone() throws Exception {
        WireServer server = server();
        try (ProviderRegistry registry = builder().spec("mine", spec(server)).build()) {
            Agent agent = Agent.builder().registry(registry).model("mine:m").build();
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(agent.runAsync("hi"));
                if (i % 8 == 0) {
                    all.add(WarmUp.of(registry)
                            .target("mine:m")
                            .run()
                            .thenAccept(report -> assertTrue(report.ok(), report::toString)));
                }
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).get(30, TimeUnit.SECONDS);
            assertFalse(all.isEmpty());
        }
    }
}

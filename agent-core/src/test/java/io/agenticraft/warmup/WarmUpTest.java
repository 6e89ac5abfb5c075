package io.agenticraft.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Message;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.Health;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.ScriptedProvider;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import io.agenticraft.wire.WireServer.Received;
import io.agenticraft.wire.WireServer.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final String TAGS =
            "{\"models\":[{\"name\":\"llama3.2:latest\",\"size\":1},{\"name\":\"qwen3:8b\"}]}";
    private static final String CHAT = "{\"id\":\"c\",\"model\":\"gpt-4o\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"ok\"},\"finish_reason\":\"length\"}]}";

    private final WireServer openai = WireServer.start().always(Replies.json("{\"data\":[]}"));
    private final WireServer anthropic = WireServer.start().always(Replies.json("{\"data\":[]}"));
    private final WireServer ollama = WireServer.start().always(Replies.json(TAGS));
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(variable -> null)
            .key("openai", "sk-openai")
            .baseUrl("openai", openai.url("/v1"))
            .key("anthropic", "sk-anthropic")
            .baseUrl("anthropic", anthropic.url(""))
            .baseUrl("ollama", ollama.url(""))
            .factory(new FakeFactory("plain", spec -> new ScriptedProvider("plain")))
            .key("plain", "sk-plain")
            .build();

    @AfterEach
    void stop() throws Exception {
        registry.close();
        openai.close();
        anthropic.close();
        ollama.close();
    }

    private WarmUp warmUp(String... targets) {
        return WarmUp.of(registry).targets(targets).timeout(Duration.ofSeconds(20));
    }

    private static TargetReport only(WarmUp warmUp) throws Exception {
        return warmUp.run().get(30, TimeUnit.SECONDS).targets().get(0);
    }

    private static Reply whenAllHaveCome(CountDownLatch all, String body) {
        return (socket, request) -> {
            all.countDown();
            all.await();
            Replies.json(body).write(socket, request);
        };
    }

    @Test
    void threeTargets_takeAsLongAsTheSlowest() throws Exception {
        // None is answered before all have asked: one after the other, they would never end.
        CountDownLatch all = new CountDownLatch(3);
        openai.always(whenAllHaveCome(all, "{}"));
        anthropic.always(whenAllHaveCome(all, "{}"));
        ollama.always(whenAllHaveCome(all, TAGS));
        WarmUpReport report = warmUp("openai:gpt-4o", "anthropic:claude-sonnet-4-5", "ollama:llama3.2")
                .run()
                .get(30, TimeUnit.SECONDS);
        assertTrue(report.ok(), report::toString);
        Duration slowest = report.targets().stream()
                .map(TargetReport::took)
                .max(Duration::compareTo)
                .orElseThrow();
        assertTrue(report.took().minus(slowest).toMillis() < 1_000, report::toString);
    }

    @Test
    void firstCallAfterwards_opensNoConnection() throws Exception {
        TargetReport report = only(warmUp("openai:gpt-4o"));
        assertEquals(Rung.VERIFIED, report.reached());
        assertEquals(
                List.of(Rung.RESOLVED, Rung.CONNECTED, Rung.VERIFIED),
                List.copyOf(report.times().keySet()));
        int opened = openai.connections();
        openai.always(Replies.json(CHAT));
        Agent agent = Agent.builder().registry(registry).model("openai:gpt-4o").build();
        assertEquals("ok", agent.run("hello").text());
        assertEquals(opened, openai.connections());
        assertEquals(1, opened);
    }

    @Test
    void coldSwitch_sendsNothingAndWaitsForNobody() {
        Agent agent = Agent.builder().registry(registry).model("openai:gpt-4o").build();
        agent.switchTo("anthropic:claude-sonnet-4-5");
        agent.switchTo("ollama:llama3.2");
        assertEquals(0, openai.connections() + anthropic.connections() + ollama.connections());
    }

    @Test
    void warmUpThatSendsNothingAndMovesTheAgent_isNotThis() throws Exception {
        Conversation memory = Conversation.inMemory();
        Agent agent = Agent.builder()
                .registry(registry)
                .model("openai:gpt-4o")
                .memory(memory)
                .build();
        Binding before = agent.binding();
        assertTrue(only(warmUp("anthropic:claude-sonnet-4-5")).ok());
        assertSame(before, agent.binding());
        assertEquals(List.of(), memory.messages());
        assertEquals(0, openai.connections());
        Received asked = anthropic.last();
        assertEquals("GET /v1/models", asked.method() + " " + asked.path());
        assertEquals("sk-anthropic", asked.headers().get("x-api-key"));
        assertEquals("2023-06-01", asked.headers().get("anthropic-version"));
    }

    @Test
    void wrongKey_isTypedAndSeenByTheRegistry() throws Exception {
        openai.always(Replies.response(401, Map.of(), "{\"error\":{\"message\":\"no\",\"code\":\"invalid_api_key\"}}"));
        TargetReport report = only(warmUp("openai:gpt-4o"));
        assertInstanceOf(AuthenticationException.class, report.error());
        assertEquals(Rung.CONNECTED, report.reached());
        assertFalse(report.ok());
        Health health = registry.providerInfo("openai").health();
        assertNotNull(health);
        assertFalse(health.healthy());
        Check.containsNot("sk-openai", report.toString());
    }

    @Test
    void failuresOfOne_holdUpNobody() throws Exception {
        WarmUpReport report = warmUp("nobody:x", "openai:gpt-4o", "malformed", "ollama:llama3.2")
                .run()
                .get(30, TimeUnit.SECONDS);
        assertFalse(report.ok());
        TargetReport unknown = report.target("nobody:x");
        assertEquals(Rung.NONE, unknown.reached());
        assertInstanceOf(IllegalArgumentException.class, unknown.error());
        Check.contains("nobody:x NONE in ", unknown.toString());
        assertTrue(report.target("openai:gpt-4o").ok());
        assertTrue(report.target("ollama:llama3.2").ok());
        assertEquals(4, report.toString().lines().count());
        assertThrows(IllegalArgumentException.class, () -> report.target("another"));
    }

    @Test
    void unreachableProvider_isTyped() throws Exception {
        ollama.close();
        TargetReport report = only(warmUp("ollama:llama3.2"));
        assertEquals(Rung.RESOLVED, report.reached());
        assertInstanceOf(ConnectionException.class, report.error());
    }

    @Test
    void modelThatOllamaHasNot_isNotFound() throws Exception {
        for (String model : List.of("llama3.2", "llama3.2:latest", "qwen3:8b")) {
            assertTrue(only(warmUp("ollama:" + model)).ok(), model);
        }
        for (String model : List.of("llama3.1", "qwen3", "qwen3:latest")) {
            TargetReport report = only(warmUp("ollama:" + model));
            assertInstanceOf(NotFoundException.class, report.error(), model);
            Check.contains("ollama pull " + model, report.toString());
            assertEquals(Rung.CONNECTED, report.reached());
        }
    }

    @Test
    void silentProvider_isLateAloneAndHungUpOn() throws Exception {
        assertTrue(only(warmUp("openai:gpt-4o")).ok(), "what starts with the first provider has started");
        CountDownLatch gate = new CountDownLatch(1);
        anthropic.always(Replies.silent(gate));
        WarmUpReport report = warmUp("anthropic:claude-sonnet-4-5", "openai:gpt-4o")
                .timeout(Duration.ofSeconds(3))
                .run()
                .get(30, TimeUnit.SECONDS);
        gate.countDown();
        ProviderTimeoutException late = assertInstanceOf(
                ProviderTimeoutException.class,
                report.target("anthropic:claude-sonnet-4-5").error());
        Check.contains("was not warm within 3000 ms; it got as far as", late.getMessage());
        assertTrue(report.target("openai:gpt-4o").ok(), report::toString);
    }

    @Test
    void cancel_stopsWhatIsUnderWay() {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        anthropic.always((socket, request) -> {
            asked.countDown();
            gate.await();
        });
        CompletableFuture<WarmUpReport> run =
                warmUp("anthropic:claude-sonnet-4-5").run();
        Check.eventually("it was asked", () -> asked.getCount() == 0);
        run.cancel(true);
        assertTrue(run.isCancelled());
        gate.countDown();
        assertNull(registry.providerInfo("anthropic").health());
    }

    @Test
    void prefill_isSentOnlyIfAskedFor() throws Exception {
        assertEquals(Rung.VERIFIED, only(warmUp("openai:gpt-4o")).reached());
        assertTrue(
                openai.received().stream().allMatch(request -> request.method().equals("GET")));
        openai.always((socket, request) ->
                Replies.json(request.method().equals("GET") ? "{}" : CHAT).write(socket, request));
        TargetReport report =
                only(warmUp("openai:gpt-4o").prefill(Message.system("You are a support agent."), Message.user("Hi")));
        assertEquals(Rung.PREFILLED, report.reached());
        Check.contains("You are a support agent.", openai.last().body());
        Check.contains("\"max_tokens\":1", openai.last().body().replace("max_completion_tokens", "max_tokens"));
        assertEquals(1, openai.connections());
    }

    @Test
    void providerThatCannotBeProbed_isResolved() throws Exception {
        TargetReport report = only(warmUp("plain:m"));
        assertTrue(report.ok());
        assertEquals(Rung.RESOLVED, report.reached());
    }

    @Test
    void slowSettings_areReadForAllTargetsAtOnceAndMayBeLate() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ProviderRegistry slow = ProviderRegistry.builder()
                .environment(variable -> null)
                .spec("vault", "openai", () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IllegalStateException("interrupted");
                })
                .baseUrl("ollama", ollama.url(""))
                .build();
        WarmUpReport report = WarmUp.of(slow)
                .targets("vault:m", "ollama:llama3.2")
                .timeout(Duration.ofSeconds(2))
                .run()
                .get(30, TimeUnit.SECONDS);
        never.countDown();
        assertInstanceOf(
                ProviderTimeoutException.class, report.target("vault:m").error());
        assertTrue(report.target("ollama:llama3.2").ok(), report::toString);
    }

    @Test
    void misuse_isLoud() {
        assertThrows(IllegalStateException.class, () -> WarmUp.of(registry).run());
        assertThrows(IllegalArgumentException.class, () -> warmUp("a:b").timeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> warmUp("a:b").prefill());
    }
}

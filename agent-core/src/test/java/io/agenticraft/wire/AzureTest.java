package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenticraft.agent.Agent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Check;
import io.agenticraft.warmup.Rung;
import io.agenticraft.warmup.TargetReport;
import io.agenticraft.warmup.WarmUp;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents that are pointed at Azure, by each of the base URLs that it has. */
class AzureTest {
    private static final String ANSWER = "{\"id\":\"c\",\"model\":\"gpt-4o-2024-08-06\",\"choices\":[{\"index\":0,"
            + "\"message\":{\"role\":\"assistant\",\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}";

    private final WireServer server = WireServer.start();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private ProviderRegistry registry(String path) {
        return ProviderRegistry.builder()
                .environment(variable -> null)
                .spec("azure", ProviderSpec.of("openai", server.url(path), "key-of-azure"))
                .build();
    }

    private String asked(String path, String model) {
        server.reply(Replies.json(ANSWER));
        try (ProviderRegistry registry = registry(path)) {
            Agent agent =
                    Agent.builder().registry(registry).model("azure:" + model).build();
            assertEquals("ok", agent.run("hi").text());
        }
        assertEquals("key-of-azure", server.last().headers().get("api-key"));
        assertNull(server.last().headers().get("authorization"));
        return server.last().path();
    }

    @Test
    void model_isTheDeployment() {
        assertEquals(
                "/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21",
                asked("/openai?api-version=2024-10-21", "my-gpt"));
        assertEquals(
                "/openai/deployments/a%20b%2F..%3Fc/chat/completions?api-version=2024-10-21",
                asked("/openai/?api-version=2024-10-21", "a b/..?c"));
    }

    @Test
    void deploymentInTheUrl_staysThere() {
        assertEquals(
                "/openai/deployments/mine/chat/completions?api-version=2024-10-21",
                asked("/openai/deployments/mine?api-version=2024-10-21", "any"));
    }

    @Test
    void versionedUrlOfFoundry_isTakenAsItIs() {
        assertEquals(
                "/models/chat/completions?api-version=2024-05-01-preview",
                asked("/models?api-version=2024-05-01-preview", "grok-4"));
    }

    @Test
    void newerInterface_isAskedAsOpenAi() {
        assertEquals(
                "/openai/v1/chat/completions?api-version=preview", asked("/openai/v1?api-version=preview", "gpt-4o"));
    }

    private TargetReport warmed(String path) throws Exception {
        server.always(Replies.json("{\"data\":[]}"));
        try (ProviderRegistry registry = registry(path)) {
            return WarmUp.of(registry)
                    .target("azure:m")
                    .run()
                    .get(20, TimeUnit.SECONDS)
                    .target("azure:m");
        }
    }

    @Test
    void warmUp_asksForTheListWhereThereIsOne() throws Exception {
        assertEquals(Rung.VERIFIED, warmed("/openai?api-version=2024-10-21").reached());
        assertEquals(
                "GET /openai/models?api-version=2024-10-21",
                server.last().method() + " " + server.last().path());
        int asked = server.received().size();
        for (String path : List.of("/openai/deployments/m?api-version=1", "/models?api-version=1")) {
            TargetReport report = warmed(path);
            assertTrue(report.ok(), report::toString);
            assertEquals(Rung.CONNECTED, report.reached());
        }
        assertEquals(asked, server.received().size());
    }

    @Test
    void refusedKey_namesTheSpecificationAndNoVariable() {
        server.always(Replies.response(401, Map.of(), "{\"error\":{\"code\":\"401\",\"message\":\"Access denied\"}}"));
        try (ProviderRegistry registry = registry("/openai?api-version=2024-10-21")) {
            Agent agent = Agent.builder().registry(registry).model("azure:m").build();
            String message = assertThrows(AuthenticationException.class, () -> agent.run("hi"))
                    .getMessage();
            Check.contains("Check the key in the specification \"azure\"", message);
            Check.containsNot("OPENAI_API_KEY", message);
        }
    }

    /** The requests of the recordings go where they went when they were recorded, and what was answered is understood. */
    @Test
    @Tag("conformance")
    void recordings_arePlayedBackAtTheirOwnPaths() throws Exception {
        for (String name : List.of("az-stream", "az-429")) {
            JsonNode file = Recording.MAPPER.readTree(
                    Files.readString(Shared.folder().resolve("wire/recordings/azure/" + name + ".json")));
            String uri = file.at("/interactions/0/request/uri").asText();
            Recording recording = Recording.matching("azure/" + name + ".json").get(0);
            String[] pathAndQuery = uri.substring(uri.indexOf(".com/") + 4).split("\\?", 2);
            String base = pathAndQuery[0].replaceAll("(/deployments/[^/]+)?/chat/completions", "");
            server.reply(Replies.response(recording.status(), recording.headers(), recording.text()));
            try (ProviderRegistry registry = registry(base + "?" + pathAndQuery[1])) {
                Binding bound = registry.resolve(
                        "azure:" + recording.request().path("model").asText());
                var request = RecordedRequests.rebuild(recording.request());
                if (recording.status() == 429) {
                    RateLimitException failure = Calls.failure(
                            RateLimitException.class, bound.provider().complete(request));
                    assertEquals("RateLimitReached", failure.code());
                } else {
                    ModelResponse answer = Calls.await(bound.provider().stream(request, event -> {}));
                    assertTrue(answer.message().text().length() > 10);
                }
            }
            assertEquals(pathAndQuery[0] + "?" + pathAndQuery[1], server.last().path());
        }
    }
}

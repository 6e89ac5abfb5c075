package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.Probing;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Providers can be tried without asking a model. */
class ProbeTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private final WireServer server = WireServer.start();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static ModelProvider provider(Speech speech, URI url) {
        return speech.factory().create(Calls.spec(speech.factory().name(), url));
    }

    private static ProbeResult await(CompletableFuture<ProbeResult> probe) throws Exception {
        return probe.get(20, TimeUnit.SECONDS);
    }

    private static <T extends Throwable> T failure(Class<T> type, CompletableFuture<ProbeResult> probe) {
        return assertInstanceOf(
                type, assertThrows(ExecutionException.class, () -> await(probe)).getCause());
    }

    @ParameterizedTest
    @EnumSource
    void probe_asksForTheModelsWithTheCredential(Speech speech) throws Exception {
        server.reply(Replies.json("{\"data\":[\"" + "x".repeat(100_000) + "\"]}"));
        try (ModelProvider provider = provider(speech, server.url("/base"))) {
            ProbeResult result = await(((Probing) provider).probe());

            assertEquals(200, result.status());
            assertTrue(result.took().toNanos() > 0);
            WireServer.Received asked = server.last();
            assertEquals("GET", asked.method());
            assertEquals(
                    switch (speech) {
                        case OPENAI -> "/base/models";
                        case ANTHROPIC -> "/base/v1/models";
                        case OLLAMA -> "/base/api/tags";
                    },
                    asked.path());
            assertTrue(asked.headers().containsValue("secret-key-123")
                    || asked.headers().containsValue("Bearer secret-key-123"));
            assertTrue(result.target().endsWith(asked.path()), result.target());
        }
    }

    @ParameterizedTest
    @EnumSource
    void callAfterAProbe_usesItsConnection(Speech speech) throws Exception {
        server.reply(Replies.json("{}")).reply(Replies.chunked(speech.contentType, speech.whole("hi")));
        try (ModelProvider provider = provider(speech, server.url(""))) {
            await(((Probing) provider).probe());
            Calls.await(provider.stream(HELLO, event -> {}));
        }
        assertEquals(1, server.connections());
    }

    @Test
    void wrongKey_isTyped() {
        server.reply(Replies.response(401, Map.of(), "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"no\"}}"));
        try (ModelProvider provider = provider(Speech.OPENAI, server.url(""))) {
            assertEquals(
                    "invalid_api_key",
                    failure(AuthenticationException.class, ((Probing) provider).probe())
                            .code());
        }
    }

    @Test
    void nobodyThere_isTyped() throws Exception {
        URI url;
        try (ServerSocket socket = new ServerSocket(0)) {
            url = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (ModelProvider provider = provider(Speech.OPENAI, url)) {
            failure(ConnectionException.class, ((Probing) provider).probe());
            failure(ConnectionException.class, ((Probing) provider).connect());
        }
    }

    @Test
    void cancelledProbe_closesItsConnection() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        server.reply((socket, request) -> {
            if (socket.getInputStream().read() < 0) {
                closed.countDown();
            }
        });
        try (ModelProvider provider = provider(Speech.OPENAI, server.url(""))) {
            CompletableFuture<ProbeResult> probe = ((Probing) provider).probe();
            Calls.until(() -> !server.received().isEmpty());
            probe.cancel(true);

            assertTrue(closed.await(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void closedProvider_cannotBeProbed() {
        ModelProvider provider = provider(Speech.OPENAI, server.url(""));
        provider.close();

        failure(InvalidRequestException.class, ((Probing) provider).probe());
    }
}

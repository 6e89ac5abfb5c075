package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.PoolSettings.Protocol;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 servers that refuse, go away, break and change their minds. */
class Http2FailureTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    private static final Speech SPEECH = Speech.OPENAI;

    private static ModelProvider provider(PeerServer server) {
        return SPEECH.factory()
                .create(Calls.spec("openai", server.url("/v1"))
                        .withPool(PoolSettings.defaults().withProtocol(Protocol.HTTP_2_CLEARTEXT)));
    }

    @Test
    void streamThatIsRefused_isSentAgain() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (PeerServer server = PeerServer.start(PeerServer.plain(), request -> {
                    if (requests.incrementAndGet() == 1) {
                        request.response().reset(7);
                    } else {
                        PeerServer.answer(request, SPEECH, "hi");
                    }
                });
                ModelProvider provider = provider(server)) {
            assertEquals("hi", Calls.await(provider.stream(HELLO, event -> {})).text());
            assertEquals(2, requests.get());
            assertEquals(1, Pools.of(server.url("")).repeated());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 8, 11})
    void streamThatIsEndedOtherwise_isNotSentAgain(long code) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (PeerServer server = PeerServer.start(PeerServer.plain(), request -> {
                    requests.incrementAndGet();
                    request.response().reset(code);
                });
                ModelProvider provider = provider(server)) {
            assertTrue(Calls.failure(ConnectionException.class, provider.complete(HELLO))
                    .retryable());
            assertEquals(1, requests.get());
        }
    }

    @Test
    void streamThatIsRefusedTwice_isGivenUp() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (PeerServer server = PeerServer.start(PeerServer.plain(), request -> {
                    requests.incrementAndGet();
                    request.response().reset(7);
                });
                ModelProvider provider = provider(server)) {
            assertTrue(Calls.failure(ConnectionException.class, provider.complete(HELLO))
                    .retryable());
            assertEquals(2, requests.get());
            assertEquals(0, Pools.of(server.url("")).calls());
        }
    }

    /** Of two calls on a connection the server has seen one, it says: that one is answered, the other sent again. */
    @Test
    void callsBeyondTheLastOneThatAServerTook_areSentAgain() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        try (PeerServer server = PeerServer.start(PeerServer.plain(), waiting::add);
                ModelProvider provider = provider(server)) {
            CompletableFuture<ModelResponse> taken = provider.stream(HELLO, event -> {});
            Calls.until(() -> waiting.size() == 1);
            CompletableFuture<ModelResponse> leftOut = provider.stream(HELLO, event -> {});
            Calls.until(() -> waiting.size() == 2);
            HttpServerRequest first = waiting.remove();
            first.connection().goAway(0, first.streamId());
            Calls.until(() -> waiting.size() == 2);
            PeerServer.answer(first, SPEECH, "taken");
            waiting.forEach(request -> PeerServer.answer(request, SPEECH, "again"));

            assertEquals("taken", Calls.await(taken).text());
            assertEquals("again", Calls.await(leftOut).text());
            assertEquals(1, Pools.of(server.url("")).repeated());
            assertEquals(2, server.accepted.get());
        }
    }

    @Test
    void connectionThatGoesAwayAmidAStream_letsItEnd() throws Exception {
        CompletableFuture<HttpServerRequest> begun = new CompletableFuture<>();
        try (PeerServer server = PeerServer.start(PeerServer.plain(), request -> {
                    request.response()
                            .putHeader("content-type", SPEECH.contentType)
                            .write(SPEECH.begin);
                    begun.complete(request);
                });
                ModelProvider provider = provider(server)) {
            CompletableFuture<ModelResponse> stream = provider.stream(HELLO, event -> {});
            HttpServerRequest request = begun.get(20, TimeUnit.SECONDS);
            request.connection().goAway(0);
            Calls.until(() -> Pools.of(server.url("")).idle() == 0);
            request.response().end(SPEECH.text("hi") + SPEECH.end);

            assertEquals("hi", Calls.await(stream).text());
            Calls.until(() -> Pools.of(server.url("")).open() == 0);
        }
    }

    @Test
    void connectionThatBreaksAmidItsCalls_failsThemAndIsNotAskedAgain() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        try (PeerServer server = PeerServer.start(PeerServer.plain(), waiting::add);
                ModelProvider provider = provider(server)) {
            List<CompletableFuture<ModelResponse>> calls =
                    List.of(provider.complete(HELLO), provider.complete(HELLO), provider.complete(HELLO));
            Calls.until(() -> waiting.size() == 3);
            server.breakOff();
            Thread.sleep(1500);
            for (CompletableFuture<ModelResponse> call : calls) {
                assertTrue(Calls.failure(ConnectionException.class, call).retryable());
            }

            Calls.until(() -> Pools.of(server.url("")).open() == 0);
            assertEquals(3, waiting.size());
        }
    }

    /** The server allows fewer calls at once while calls are on the connection, and then more again. */
    @Test
    void limitThatTheServerChanges_isFollowed() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        try (PeerServer server = PeerServer.start(PeerServer.streams(PeerServer.plain(), 10), waiting::add);
                ModelProvider provider = provider(server)) {
            List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(provider.stream(HELLO, event -> {}));
            }
            Calls.until(() -> waiting.size() == 4);
            assertEquals(1, server.accepted.get());
            HttpConnection connection = server.open.iterator().next();
            connection
                    .updateSettings(new Http2Settings().setMaxConcurrentStreams(2))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            // Until the pool has heard of it, which it does after the client's acknowledgement.
            Calls.untilStill(() -> Pools.of(server.url("")).calls());
            for (int i = 0; i < 3; i++) {
                calls.add(provider.stream(HELLO, event -> {}));
            }
            Calls.until(() -> waiting.size() == 7);
            assertEquals(
                    4,
                    waiting.stream()
                            .filter(request -> request.connection() == connection)
                            .count());
            waiting.forEach(request -> PeerServer.answer(request, SPEECH, "hi"));
            for (CompletableFuture<ModelResponse> call : calls) {
                assertEquals("hi", Calls.await(call).text());
            }
        }
    }
}

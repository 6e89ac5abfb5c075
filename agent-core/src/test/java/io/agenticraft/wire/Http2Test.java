package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.http.PoolStats;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.PoolSettings.Protocol;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.provider.TlsSettings;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2: many calls share a connection, and none of them suffers from another. */
class Http2Test {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    private static final Speech SPEECH = Speech.OPENAI;

    @TempDir
    private static @Nullable Path folder;

    private static @Nullable Identity identity;

    @BeforeAll
    static void identify() throws Exception {
        identity = Identity.create(Objects.requireNonNull(folder), "server", "dns:localhost,ip:127.0.0.1");
    }

    private static Identity identity() {
        return Objects.requireNonNull(identity);
    }

    private static ModelProvider provider(URI url, Protocol protocol) {
        ProviderSpec spec = Calls.spec("openai", url)
                .withPool(PoolSettings.defaults().withProtocol(protocol))
                .withTls(TlsSettings.defaults().trustPem(identity().certificate()));
        return SPEECH.factory().create(spec);
    }

    private static List<ModelResponse> many(ModelProvider provider, int calls) throws Exception {
        List<CompletableFuture<ModelResponse>> futures = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            futures.add(provider.stream(HELLO, event -> {}));
        }
        List<ModelResponse> answers = new ArrayList<>();
        for (CompletableFuture<ModelResponse> future : futures) {
            answers.add(Calls.await(future));
        }
        return answers;
    }

    @Test
    void manyCallsAtOnce_shareOneConnectionWhereTheServerAgrees() throws Exception {
        try (PeerServer server = PeerServer.start(
                        PeerServer.streams(PeerServer.tls(identity()), 100),
                        request -> PeerServer.answer(request, SPEECH, "hi"));
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2)) {
            assertEquals(64, many(provider, 64).size());

            assertEquals(1, server.accepted.get());
            assertEquals("HTTP_2 POST /v1/chat/completions", server.versions.get(63));
        }
    }

    @Test
    void serverWithoutHttp2_isSpokenToInHttp1() throws Exception {
        try (PeerServer server = PeerServer.start(
                        PeerServer.tls(identity()).setUseAlpn(false),
                        request -> PeerServer.answer(request, SPEECH, "hi"));
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2)) {
            many(provider, 8);

            assertEquals("HTTP_1_1 POST /v1/chat/completions", server.versions.get(0));
        }
    }

    @Test
    void httpServerKnownToSpeakIt_isNotAsked() throws Exception {
        try (PeerServer server =
                        PeerServer.start(PeerServer.plain(), request -> PeerServer.answer(request, SPEECH, "hi"));
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2_CLEARTEXT)) {
            many(provider, 16);

            assertEquals(1, server.accepted.get());
            assertTrue(server.versions.get(0).startsWith("HTTP_2 "));
        }
    }

    @Test
    void streamsThatTheServerAllows_areNotExceeded() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        try (PeerServer server = PeerServer.start(PeerServer.streams(PeerServer.plain(), 3), waiting::add);
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2_CLEARTEXT)) {
            List<CompletableFuture<ModelResponse>> futures = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                futures.add(provider.stream(HELLO, event -> {}));
            }
            Calls.until(() -> waiting.size() == 10);

            assertEquals(4, server.accepted.get());
            waiting.forEach(request -> PeerServer.answer(request, SPEECH, "hi"));
            for (CompletableFuture<ModelResponse> future : futures) {
                assertEquals("hi", Calls.await(future).text());
            }
        }
    }

    @Test
    void cancelledCall_leavesTheOthersOfItsConnectionAlone() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> reset = new CompletableFuture<>();
        try (PeerServer server = PeerServer.start(PeerServer.plain(), request -> {
                    request.response().exceptionHandler(failure -> reset.complete(null));
                    waiting.add(request);
                });
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2_CLEARTEXT)) {
            CompletableFuture<ModelResponse> cancelled = provider.stream(HELLO, event -> {});
            Calls.until(() -> waiting.size() == 1);
            CompletableFuture<ModelResponse> other = provider.stream(HELLO, event -> {});
            Calls.until(() -> waiting.size() == 2);
            cancelled.cancel(true);
            reset.get(20, TimeUnit.SECONDS);
            waiting.remove();
            PeerServer.answer(Objects.requireNonNull(waiting.peek()), SPEECH, "hi");

            assertEquals("hi", Calls.await(other).text());
            assertEquals(1, server.accepted.get());
            PoolStats pool = Pools.of(server.url(""));
            assertEquals(0, pool.calls());
            assertEquals(1, pool.idle());
        }
    }

    @Test
    void heldStream_doesNotHoldTheOthers() throws Exception {
        String long64k = "x".repeat(1000);
        try (PeerServer server = PeerServer.start(PeerServer.plain(), request -> {
                    HttpServerResponse response = request.response().putHeader("content-type", SPEECH.contentType);
                    response.write(SPEECH.begin);
                    for (int i = 0; i < 500; i++) {
                        response.write(SPEECH.text(long64k));
                    }
                    response.end(SPEECH.end);
                });
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2_CLEARTEXT)) {
            List<StreamControl> controls = new ArrayList<>();
            List<CompletableFuture<ModelResponse>> held = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Calls.Recorder recorder = new Calls.Recorder() {
                    @Override
                    public void onOpen(StreamControl value) {
                        super.onOpen(value);
                        value.pause();
                    }
                };
                held.add(provider.stream(HELLO, recorder));
                Calls.until(() -> recorder.control != null);
                controls.add(Objects.requireNonNull(recorder.control));
            }

            assertEquals(
                    500_000,
                    Calls.await(provider.stream(HELLO, event -> {})).text().length());
            controls.forEach(StreamControl::resume);
            for (CompletableFuture<ModelResponse> stream : held) {
                assertEquals(500_000, Calls.await(stream).text().length());
            }
            assertEquals(1, server.accepted.get());
        }
    }

    @Test
    void connectionThatGoesAway_isReplaced() throws Exception {
        try (PeerServer server =
                        PeerServer.start(PeerServer.plain(), request -> PeerServer.answer(request, SPEECH, "hi"));
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2_CLEARTEXT)) {
            many(provider, 1);
            server.open.iterator().next().goAway(0);
            Calls.until(() -> Pools.of(server.url("")).open() == 0);

            assertEquals("hi", many(provider, 1).get(0).text());
            assertEquals(2, server.accepted.get());
        }
    }

    @Test
    void redirect_isNotFollowedAndCarriesNothing() throws Exception {
        try (PeerServer other = PeerServer.start(PeerServer.plain(), request -> {});
                PeerServer server = PeerServer.start(
                        PeerServer.tls(identity()),
                        request -> request.response()
                                .setStatusCode(307)
                                .putHeader("location", other.url("/v1").toString())
                                .end());
                ModelProvider provider = provider(server.url("/v1"), Protocol.HTTP_2)) {
            NotFoundException failure = Calls.failure(NotFoundException.class, provider.complete(HELLO));

            assertTrue(failure.toString().contains("307"), failure.toString());
            assertEquals(0, other.accepted.get());
        }
    }

    @Test
    void cleartextProtocolForAnHttpsUrl_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> provider(URI.create("https://127.0.0.1:1"), Protocol.HTTP_2_CLEARTEXT));
    }
}

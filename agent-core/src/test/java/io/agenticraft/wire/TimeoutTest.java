package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.ProviderTimeoutException.Phase;
import io.agenticraft.provider.Timeouts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Each limit of time is a failure that says which one it was, how long it is, and what to do. */
class TimeoutTest extends GatedServer {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Timeouts LONG = Timeouts.defaults();

    private ModelProvider provider(URI url, Timeouts timeouts) {
        ProviderSpec spec = Calls.spec("openai", url)
                .withTimeouts(timeouts)
                .withPool(PoolSettings.defaults().withConnections(1, 1));
        return new OpenAi().create(spec);
    }

    private static ProviderTimeoutException timeout(
            CompletableFuture<ModelResponse> call, Phase phase, String setting) {
        ProviderTimeoutException failure = Calls.failure(ProviderTimeoutException.class, call);
        assertEquals(phase, failure.phase(), failure.toString());
        assertEquals(SHORT, failure.limit());
        assertTrue(failure.retryable());
        assertTrue(failure.toString().contains("within 150 ms (Timeouts." + setting + ")"), failure.toString());
        return failure;
    }

    @Test
    void fullPool_isNoConnectTimeout() throws Exception {
        server.always(Replies.silent(gate));
        Timeouts timeouts = LONG.withAcquire(SHORT).withConnect(SHORT);
        try (ModelProvider provider = provider(server.url(""), timeouts)) {
            CompletableFuture<ModelResponse> first = provider.complete(HELLO);
            Calls.until(() -> server.received().size() == 1);

            ProviderTimeoutException failure = timeout(provider.complete(HELLO), Phase.ACQUIRE, "acquire");
            assertTrue(failure.toString().contains("all 1 connections to http://127.0.0.1:"), failure.toString());
            assertTrue(failure.toString().contains("PoolSettings.maxConnections"), failure.toString());
            assertEquals(1, Pools.of(server.url("")).timedOut());
            first.cancel(true);
        }
    }

    @Test
    void serverThatDoesNotShakeHands_isAConnectTimeout() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ModelProvider provider = provider(
                        URI.create("https://127.0.0.1:" + mute.getLocalPort()),
                        // The time in which a connection may become free does not run while one is being opened.
                        LONG.withConnect(SHORT).withAcquire(Duration.ofMillis(10)))) {
            timeout(provider.complete(HELLO), Phase.CONNECT, "connect");
            assertEquals(
                    1,
                    Pools.of(URI.create("https://127.0.0.1:" + mute.getLocalPort()))
                            .failed());
        }
    }

    @Test
    void silence_isAFirstByteTimeout() {
        server.always(Replies.silent(gate));
        try (ModelProvider provider = provider(server.url(""), LONG.withFirstByte(SHORT))) {
            timeout(provider.complete(HELLO), Phase.FIRST_BYTE, "firstByte");
        }
    }

    @Test
    void headWithoutBody_isAFirstByteTimeout() {
        server.always((socket, request) -> {
            Replies.head(socket, 200, Map.of("x-request-id", "req-1"), "transfer-encoding: chunked");
            gate.await();
        });
        try (ModelProvider provider = provider(server.url(""), LONG.withFirstByte(SHORT))) {
            assertEquals(
                    "req-1",
                    timeout(provider.stream(HELLO, event -> {}), Phase.FIRST_BYTE, "firstByte")
                            .requestId());
        }
    }

    @Test
    void silenceAmidAnAnswer_isAnIdleTimeoutWithWhatHadArrived() {
        server.always(
                Replies.stalled(Speech.OPENAI.contentType, Speech.OPENAI.begin + Speech.OPENAI.text("half"), gate));
        try (ModelProvider provider = provider(server.url(""), LONG.withIdle(SHORT))) {
            ProviderTimeoutException failure = timeout(provider.stream(HELLO, event -> {}), Phase.IDLE, "idle");

            assertEquals("half", assertPartial(failure.partial()).text());
        }
    }

    private static ModelResponse assertPartial(@org.jspecify.annotations.Nullable ModelResponse partial) {
        assertNotNull(partial);
        return partial;
    }

    @Test
    void slowFirstByte_isNotIdle() throws Exception {
        server.always((socket, request) -> {
            Thread.sleep(2 * SHORT.toMillis());
            Replies.chunked(Speech.OPENAI.contentType, Speech.OPENAI.whole("hi"))
                    .write(socket, request);
        });
        try (ModelProvider provider = provider(server.url(""), LONG.withIdle(SHORT))) {
            assertEquals("hi", Calls.await(provider.stream(HELLO, event -> {})).text());
        }
    }

    @Test
    void waitingForAConnection_countsAsPartOfTheTotal() throws Exception {
        server.always(Replies.silent(gate));
        try (ModelProvider patient = provider(server.url(""), LONG);
                ModelProvider hasty = provider(server.url(""), LONG.withTotal(SHORT))) {
            CompletableFuture<ModelResponse> first = patient.complete(HELLO);
            Calls.until(() -> server.received().size() == 1);

            timeout(hasty.complete(HELLO), Phase.TOTAL, "total");
            assertEquals(0, Pools.of(server.url("")).waiting());
            first.cancel(true);
        }
    }

    @Test
    void providerThatGivesUpItself_isAPhaseOfItsOwn() {
        server.always(Replies.response(408, Map.of(), "{}"));
        try (ModelProvider provider = provider(server.url(""), LONG)) {
            assertEquals(
                    Phase.PROVIDER,
                    Calls.failure(ProviderTimeoutException.class, provider.complete(HELLO))
                            .phase());
        }
    }
}

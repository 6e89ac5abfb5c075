package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.http.PoolStats;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.Probing;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.ProviderTimeoutException.Phase;
import io.agenticraft.provider.Timeouts;
import io.agenticraft.wire.WireServer.Reply;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept connection that its server closes as it is used again is replaced, once, if nothing at all was answered. */
class StaleConnectionTest extends GatedServer {
    private static final Reply HI = Replies.json(ANSWER);
    private static final Reply CLOSE = (socket, request) -> socket.close();

    /** With a packet that says so, in spite of what may yet be read. */
    private static final Reply RESET = (socket, request) -> {
        socket.setSoLinger(true, 0);
        socket.close();
    };

    private ModelProvider provider() {
        return provider(PoolSettings.defaults(), Timeouts.defaults());
    }

    private ModelProvider provider(PoolSettings pool, Timeouts timeouts) {
        return new OpenAi()
                .create(Calls.spec("openai", server.url("/v1")).withPool(pool).withTimeouts(timeouts));
    }

    private static void answered(ModelProvider provider) throws Exception {
        assertEquals("hi", Calls.await(provider.complete(HELLO)).text());
    }

    /** Each connection is good for one answer; the next request on it gets something else. */
    private static Reply firstOfConnection(Reply second) {
        ConcurrentHashMap<Socket, Boolean> known = new ConcurrentHashMap<>();
        return (socket, request) -> (known.putIfAbsent(socket, true) == null ? HI : second).write(socket, request);
    }

    private void repeatedOnce(Reply second) throws Exception {
        server.reply(HI).reply(second).always(HI);
        try (ModelProvider provider = provider()) {
            answered(provider);
            answered(provider);

            assertEquals(3, server.received().size());
            assertEquals(
                    server.received().get(1).body(), server.received().get(2).body());
            assertEquals(2, server.connections());
            assertEquals(1, pool().repeated());
            assertEquals(0, pool().calls());
            Calls.until(() -> pool().open() == 1 && pool().idle() == 1);
        }
    }

    private void notRepeated(Reply second) throws Exception {
        server.reply(HI).reply(second).always(HI);
        try (ModelProvider provider = provider()) {
            answered(provider);
            ConnectionException failure = Calls.failure(ConnectionException.class, provider.complete(HELLO));

            assertTrue(failure.retryable(), failure.toString());
            assertTrue(failure.toString().contains("closed the connection before it answered"), failure.toString());
            assertEquals(2, server.received().size());
            assertEquals(0, pool().repeated());
            assertEquals(0, pool().calls());
        }
    }

    @Test
    void closedConnection_isReplaced() throws Exception {
        repeatedOnce(CLOSE);
    }

    @Test
    void resetConnection_isReplaced() throws Exception {
        repeatedOnce(RESET);
    }

    @Test
    void stream_isSentAgainToo() throws Exception {
        Reply stream = Replies.chunked(Replies.EVENTS, Speech.OPENAI.whole("hi"));
        server.reply(stream).reply(CLOSE).always(stream);
        try (ModelProvider provider = provider()) {
            Calls.Recorder recorder = new Calls.Recorder();
            Calls.await(provider.stream(HELLO, event -> {}));
            Calls.await(provider.stream(HELLO, recorder));

            assertEquals("hi", recorder.text());
            assertEquals(1, pool().repeated());
        }
    }

    @Test
    void connectionThatWarmingUpOpened_isReplaced() throws Exception {
        server.reply(CLOSE).always(HI);
        try (ModelProvider provider = provider()) {
            ((Probing) provider).connect().get(20, TimeUnit.SECONDS);
            answered(provider);

            assertEquals(1, pool().repeated());
        }
    }

    @Test
    void newConnection_isNotReplaced() {
        server.reply(CLOSE).always(HI);
        try (ModelProvider provider = provider()) {
            Calls.failure(ConnectionException.class, provider.complete(HELLO));

            assertEquals(1, server.received().size());
            assertEquals(0, pool().repeated());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"H", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\ncontent-le", "HTTP/1.1 103 Early Hints\r\n\r\n"})
    void answerThatHasBegun_isNotAskedForAgain(String begun) throws Exception {
        notRepeated(Replies.raw(begun));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 200 OK\r\ncontent-le"})
    void answerThatHasBegunAndIsReset_isNotAskedForAgain(String begun) throws Exception {
        notRepeated((socket, request) -> {
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(50); // or the reset would overtake it
            RESET.write(socket, request);
        });
    }

    @Test
    void replacementThatFails_isNotReplaced() throws Exception {
        server.reply(HI).reply(CLOSE).reply(CLOSE).always(HI);
        try (ModelProvider provider = provider()) {
            answered(provider);
            Calls.failure(ConnectionException.class, provider.complete(HELLO));

            assertEquals(3, server.received().size());
            assertEquals(1, pool().repeated());
            answered(provider);
        }
    }

    @Test
    void serverThatClosesAllUsedConnections_isAnsweredByNewOnes() throws Exception {
        server.always(firstOfConnection(CLOSE));
        try (ModelProvider provider = provider()) {
            for (int i = 0; i < 10; i++) {
                answered(provider);
            }

            // Every second call finds the connection that the one before has opened.
            assertEquals(9, pool().repeated());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void manyCallsAtSuchAServer_areAllAnsweredWithinTheLimit(int connections) throws Exception {
        AtomicInteger most = new AtomicInteger();
        Reply reply = firstOfConnection(RESET);
        server.always((socket, request) -> {
            PoolStats now = pool();
            most.accumulateAndGet(now.open() + now.connecting(), Math::max);
            reply.write(socket, request);
        });
        PoolSettings settings = PoolSettings.defaults().withConnections(connections, connections);
        try (ModelProvider provider = provider(settings, Timeouts.defaults())) {
            List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(provider.complete(HELLO));
            }
            for (CompletableFuture<ModelResponse> call : calls) {
                assertEquals("hi", Calls.await(call).text());
            }
            Calls.until(() -> pool().calls() == 0 && pool().waiting() == 0 && pool().connecting() == 0);

            assertTrue(most.get() <= connections, () -> most + " connections");
            assertTrue(pool().repeated() > 0, pool()::toString);
        }
    }

    @Test
    void fullPoolOfStaleConnections_makesRoomForANewOne() throws Exception {
        server.always((socket, request) -> {
            gate.await();
            HI.write(socket, request);
        });
        PoolSettings settings = PoolSettings.defaults().withConnections(2, 2);
        try (ModelProvider provider = provider(settings, Timeouts.defaults())) {
            CompletableFuture<ModelResponse> one = provider.complete(HELLO);
            CompletableFuture<ModelResponse> two = provider.complete(HELLO);
            Calls.until(() -> server.received().size() == 2);
            gate.countDown();
            Calls.await(one);
            Calls.await(two);
            server.reply(RESET);
            answered(provider);

            assertEquals(1, pool().repeated());
        }
    }

    @Test
    void cancelledCall_isNotSentAgain() throws Exception {
        server.reply(HI).reply((socket, request) -> {
            gate.await();
            socket.close();
        });
        try (ModelProvider provider = provider()) {
            answered(provider);
            CompletableFuture<ModelResponse> call = provider.complete(HELLO);
            Calls.until(() -> server.received().size() == 2);
            call.cancel(true);
            gate.countDown();
            Calls.until(() -> pool().open() == 0 && pool().calls() == 0);

            assertEquals(2, server.received().size());
            assertEquals(0, pool().repeated());
        }
    }

    @Test
    void callThatTookTooLong_isNotSentAgain() throws Exception {
        server.reply(HI).reply((socket, request) -> gate.await());
        Timeouts timeouts = Timeouts.defaults().withFirstByte(Duration.ofSeconds(1));
        try (ModelProvider provider = provider(PoolSettings.defaults(), timeouts)) {
            answered(provider);
            ProviderTimeoutException failure = Calls.failure(ProviderTimeoutException.class, provider.complete(HELLO));

            assertEquals(Phase.FIRST_BYTE, failure.phase());
            assertEquals(2, server.received().size());
            assertEquals(0, pool().repeated());
        }
    }

    @Test
    void repeatedCall_staysWithinItsTotalTime() throws Exception {
        server.reply(HI).reply((socket, request) -> {
            Thread.sleep(1_000);
            socket.close();
        });
        server.always((socket, request) -> gate.await());
        Timeouts timeouts = Timeouts.defaults().withTotal(Duration.ofSeconds(2));
        try (ModelProvider provider = provider(PoolSettings.defaults(), timeouts)) {
            answered(provider);
            long begun = System.nanoTime();
            ProviderTimeoutException failure = Calls.failure(ProviderTimeoutException.class, provider.complete(HELLO));
            long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);

            assertEquals(Phase.TOTAL, failure.phase());
            assertEquals(1, pool().repeated());
            // Were the time to begin anew with the second connection, it would be 3,000 at least.
            assertTrue(tookMillis < 2_900, () -> tookMillis + " ms");
        }
    }

    /** At whatever moment a call is cancelled, nothing of it stays. */
    @Test
    void callsCancelledAmidTheirRepeat_leaveNothing() throws Exception {
        server.always(firstOfConnection(CLOSE));
        PoolSettings settings = PoolSettings.defaults().withConnections(4, 4);
        try (ModelProvider provider = provider(settings, Timeouts.defaults())) {
            for (int round = 0; round < 300; round++) {
                CompletableFuture<ModelResponse> kept = provider.complete(HELLO);
                CompletableFuture<ModelResponse> cancelled = provider.complete(HELLO);
                long until = System.nanoTime() + round * 5_000L;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                cancelled.cancel(true);
                assertEquals("hi", Calls.await(kept).text());
            }
            Calls.until(() -> pool().calls() == 0 && pool().waiting() == 0 && pool().connecting() == 0);

            assertTrue(pool().open() <= 4, pool()::toString);
            Calls.until(() -> pool().open() == pool().idle());
        }
        Calls.until(() -> server.openConnections() == 0);
    }
}

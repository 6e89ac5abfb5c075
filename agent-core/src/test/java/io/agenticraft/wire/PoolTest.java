package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.PoolFullException;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.Probing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Connections are shared, bounded, kept for a while and closed. */
class PoolTest extends GatedServer {
    private static final PoolSettings SETTINGS = PoolSettings.defaults();

    private ModelProvider provider(PoolSettings settings) {
        return new OpenAi().create(Calls.spec("openai", server.url("/v1")).withPool(settings));
    }

    private void answerAtTheGate() {
        server.always((socket, request) -> {
            gate.await();
            Replies.json(ANSWER).write(socket, request);
        });
    }

    private static List<CompletableFuture<ModelResponse>> calls(ModelProvider provider, int number) {
        List<CompletableFuture<ModelResponse>> futures = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            futures.add(provider.complete(HELLO));
        }
        return futures;
    }

    private static void await(List<CompletableFuture<ModelResponse>> futures) throws Exception {
        for (CompletableFuture<ModelResponse> future : futures) {
            assertEquals("hi", Calls.await(future).text());
        }
    }

    /** The guide's mistake is a client for each switch; ours must not even need a second connection for a fast caller. */
    @Test
    void thousandSequentialCalls_openOneConnection() throws Exception {
        server.always(Replies.json(ANSWER));
        try (ModelProvider provider = provider(SETTINGS)) {
            for (int i = 0; i < 500; i++) {
                Calls.await(provider.complete(HELLO));
            }
            // The next call from within the last one's end, as a fast tool makes it.
            CompletableFuture<ModelResponse> chain = provider.complete(HELLO);
            for (int i = 1; i < 500; i++) {
                chain = chain.thenCompose(last -> provider.complete(HELLO));
            }
            Calls.await(chain);

            assertEquals(1, server.connections());
            assertEquals(1, pool().opened());
            assertEquals(1000, pool().served());
        }
    }

    @Test
    void streamThatEndsBeforeItsBody_keepsItsConnectionForTheNextCall() throws Exception {
        server.always((socket, request) -> {
            Replies.head(socket, 200, Map.of("content-type", Replies.EVENTS), "transfer-encoding: chunked");
            Replies.chunk(socket, Speech.OPENAI.whole("hi").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Thread.sleep(5);
            Replies.end(socket);
        });
        try (ModelProvider provider = provider(SETTINGS)) {
            CompletableFuture<ModelResponse> chain = provider.stream(HELLO, event -> {});
            for (int i = 1; i < 20; i++) {
                chain = chain.thenCompose(last -> provider.stream(HELLO, event -> {}));
            }
            Calls.await(chain);

            assertEquals(1, server.connections());
        }
    }

    @Test
    void limit_isNeverExceededUnderLoad() throws Exception {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        server.always((socket, request) -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            Thread.sleep(1);
            busy.decrementAndGet();
            Replies.json(ANSWER).write(socket, request);
        });
        try (ModelProvider provider = provider(SETTINGS.withConnections(4, 4))) {
            await(calls(provider, 400));

            assertEquals(4, server.connections());
            assertEquals(4, most.get());
            assertEquals(4, pool().open());
        }
    }

    @Test
    void cancelledCalls_stayWithinTheLimit() throws Exception {
        server.always((socket, request) -> {
            Thread.sleep(1);
            Replies.json(ANSWER).write(socket, request);
        });
        try (ModelProvider provider = provider(SETTINGS.withConnections(3, 3))) {
            List<CompletableFuture<ModelResponse>> futures = calls(provider, 200);
            for (int i = 0; i < 200; i += 2) {
                futures.get(i).cancel(true);
            }
            for (int i = 1; i < 200; i += 2) {
                Calls.await(futures.get(i));
            }
            Calls.until(() -> pool().calls() == 0 && pool().waiting() == 0);

            assertTrue(pool().open() <= 3, pool()::toString);
            assertTrue(server.connections() <= 103, () -> server.connections() + " connections");
        }
    }

    @Test
    void sockets_goBackToZeroWhenTheLastInstanceIsClosed() throws Exception {
        answerAtTheGate();
        ModelProvider first = provider(SETTINGS);
        ModelProvider second = provider(SETTINGS);
        List<CompletableFuture<ModelResponse>> futures = calls(first, 10);
        futures.addAll(calls(second, 10));
        Calls.until(() -> pool().inUse() == 20 && server.openConnections() == 20);
        gate.countDown();
        await(futures);
        first.close();
        assertEquals(20, pool().open());
        second.close();

        assertEquals(List.of(), Pools.all(server.url("")));
        Calls.until(() -> server.openConnections() == 0);
    }

    @Test
    void closing_letsCallsInFlightEnd() throws Exception {
        answerAtTheGate();
        ModelProvider provider = provider(SETTINGS.withConnections(1, 1));
        List<CompletableFuture<ModelResponse>> futures = calls(provider, 3);
        Calls.until(() -> server.received().size() == 1);
        provider.close();

        InvalidRequestException refused = Calls.failure(InvalidRequestException.class, provider.complete(HELLO));
        assertTrue(refused.toString().contains("closed"), refused.toString());
        assertFalse(futures.get(0).isDone());
        gate.countDown();
        await(futures);
        Calls.until(() -> server.openConnections() == 0);
        assertEquals(List.of(), Pools.all(server.url("")));
    }

    @Test
    void connectionsBeyondThoseKeptAlive_areClosedSoon() throws Exception {
        answerAtTheGate();
        try (ModelProvider provider = provider(SETTINGS.withConnections(10, 2))) {
            List<CompletableFuture<ModelResponse>> futures = calls(provider, 10);
            Calls.until(() -> server.received().size() == 10);
            gate.countDown();
            await(futures);
            Calls.until(() -> server.openConnections() == 2 && pool().idle() == 2);

            assertEquals(2, pool().open());
        }
    }

    @Test
    void poolThatKeepsNone_closesAtOnce() throws Exception {
        server.always(Replies.json(ANSWER));
        try (ModelProvider provider = provider(SETTINGS.withConnections(10, 0))) {
            await(calls(provider, 1));
            await(calls(provider, 1));

            assertEquals(2, server.connections());
        }
    }

    @Test
    void unusedConnections_areClosedAfterTheirTime() throws Exception {
        server.always(Replies.json(ANSWER));
        try (ModelProvider provider = provider(SETTINGS.withKeepAlive(Duration.ofMillis(100)))) {
            await(calls(provider, 3));
            Calls.until(() -> server.openConnections() == 0 && pool().open() == 0);

            await(calls(provider, 1));
        }
    }

    @Test
    void serverThatKeepsConnectionsShortly_isBelieved() throws Exception {
        server.always(Replies.response(200, Map.of("Keep-Alive", "timeout=0, max=100"), ANSWER));
        try (ModelProvider provider = provider(SETTINGS)) {
            await(calls(provider, 1));
            await(calls(provider, 1));

            assertEquals(2, server.connections());
        }
    }

    @Test
    void serverThatSaysClose_isNotCalledOnThatConnectionAgain() throws Exception {
        server.always(Replies.response(200, Map.of("Connection", "close"), ANSWER));
        try (ModelProvider provider = provider(SETTINGS)) {
            CompletableFuture<ModelResponse> chain = provider.complete(HELLO);
            for (int i = 1; i < 20; i++) {
                chain = chain.thenCompose(last -> provider.complete(HELLO));
            }
            Calls.await(chain);

            assertEquals(20, server.connections());
        }
    }

    @Test
    void connectionThatTheServerClosedMeanwhile_isReplaced() throws Exception {
        server.always((socket, request) -> {
            Replies.json(ANSWER).write(socket, request);
            socket.close();
        });
        try (ModelProvider provider = provider(SETTINGS)) {
            for (int i = 0; i < 3; i++) {
                await(calls(provider, 1));
                Calls.until(() -> pool().open() == 0);
            }
        }
    }

    @Test
    void instancesWithOtherBounds_haveAPoolOfTheirOwn() throws Exception {
        server.always(Replies.json(ANSWER));
        try (ModelProvider one = provider(SETTINGS);
                ModelProvider two = provider(SETTINGS.withConnections(7, 7))) {
            await(calls(one, 1));
            await(calls(two, 1));

            assertEquals(2, Pools.all(server.url("")).size());
        }
    }

    @Test
    void moreThanMayWait_failAtOnce() throws Exception {
        answerAtTheGate();
        try (ModelProvider provider = provider(SETTINGS.withConnections(2, 2).withMaxPending(3))) {
            List<CompletableFuture<ModelResponse>> futures = calls(provider, 5);
            Calls.until(() -> server.received().size() == 2);
            PoolFullException full = Calls.failure(PoolFullException.class, provider.complete(HELLO));

            assertTrue(full.retryable());
            assertTrue(full.toString().contains("all 2 connections to " + pool().origin()), full.toString());
            assertTrue(full.toString().contains("3 calls wait"), full.toString());
            assertEquals(1, pool().refused());
            gate.countDown();
            await(futures);
        }
    }

    @Test
    void cancelledWaiter_leavesTheQueue() throws Exception {
        answerAtTheGate();
        try (ModelProvider provider = provider(SETTINGS.withConnections(1, 1))) {
            List<CompletableFuture<ModelResponse>> futures = calls(provider, 3);
            Calls.until(() -> server.received().size() == 1);
            assertEquals(2, pool().waiting());
            futures.get(1).cancel(true);
            assertEquals(1, pool().waiting());
            gate.countDown();

            assertEquals("hi", Calls.await(futures.get(0)).text());
            assertEquals("hi", Calls.await(futures.get(2)).text());
            assertEquals(2, server.received().size());
        }
    }

    @Test
    void connect_opensAConnectionThatTheFirstCallUses() throws Exception {
        server.always(Replies.json(ANSWER));
        try (ModelProvider provider = provider(SETTINGS)) {
            assertTrue(((Probing) provider).connect().get(20, TimeUnit.SECONDS).opened());
            Calls.until(() -> server.connections() == 1);
            assertEquals(0, server.received().size());
            assertEquals(1, pool().idle());
            assertFalse(((Probing) provider).connect().get(20, TimeUnit.SECONDS).opened());
            await(calls(provider, 1));
            assertFalse(((Probing) provider).probe().get(20, TimeUnit.SECONDS).opened());

            assertEquals(1, server.connections());
        }
    }
}

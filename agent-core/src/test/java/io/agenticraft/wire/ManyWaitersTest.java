package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.http.PoolStats;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However the calls of a crowd end, nothing of them stays, and the limit holds. */
class ManyWaitersTest extends GatedServer {

    private ModelProvider provider(int connections, Timeouts timeouts) {
        PoolSettings settings = PoolSettings.defaults().withConnections(connections, connections);
        return new OpenAi()
                .create(Calls.spec("openai", server.url("/v1"))
                        .withPool(settings)
                        .withTimeouts(timeouts));
    }

    @Test
    void tenThousandCancelledWaiters_leaveNothing() throws Exception {
        server.always(Replies.silent(gate));
        try (ModelProvider provider = provider(1, Timeouts.defaults())) {
            List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                calls.add(provider.complete(HELLO));
            }
            Calls.until(() -> server.received().size() == 1);
            assertEquals(9_999, pool().waiting());
            // The last first, or each would be asked before it is cancelled.
            for (int i = calls.size() - 1; i >= 0; i--) {
                calls.get(i).cancel(true);
            }
            Calls.until(() -> pool().calls() == 0 && pool().open() == 0);

            assertEquals(0, pool().waiting());
            assertEquals(0, pool().connecting());
            assertEquals(1, server.received().size());
        }
        Calls.until(() -> Pools.all(server.url("")).isEmpty());
    }

    /** Some are cancelled, some time out, some lose their connection, some are answered, and the provider is closed amid it. */
    @Test
    void callsThatEndInAllWays_stayWithinTheLimitAndLeaveNothing() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        server.always((socket, request) -> {
            PoolStats now = pool();
            most.accumulateAndGet(now.open() + now.connecting(), Math::max);
            switch (requests.incrementAndGet() % 5) {
                case 0 -> socket.close();
                case 1 -> Thread.sleep(30);
                default -> {}
            }
            Replies.json(ANSWER).write(socket, request);
        });
        Timeouts timeouts = Timeouts.defaults()
                .withAcquire(Duration.ofMillis(200))
                .withFirstByte(Duration.ofMillis(20))
                .withTotal(Duration.ofSeconds(10));
        Random random = new Random(7);
        List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
        ModelProvider other = provider(5, timeouts);
        try (ModelProvider provider = provider(5, timeouts)) {
            for (int i = 0; i < 2_000; i++) {
                calls.add(provider.complete(HELLO));
                if (random.nextInt(3) == 0) {
                    calls.get(random.nextInt(calls.size())).cancel(true);
                }
            }
        }
        for (CompletableFuture<ModelResponse> call : calls) {
            CompletableFuture<Void> ended = call.handle((response, failure) -> null);
            ended.get(20, TimeUnit.SECONDS);
        }
        Calls.until(() -> pool().calls() == 0 && pool().connecting() == 0 && pool().open() == pool().idle());

        assertEquals(0, pool().waiting());
        assertTrue(most.get() <= 5, () -> most + " connections");
        other.close();
        Calls.until(() -> Pools.all(server.url("")).isEmpty() && server.openConnections() == 0);
    }
}

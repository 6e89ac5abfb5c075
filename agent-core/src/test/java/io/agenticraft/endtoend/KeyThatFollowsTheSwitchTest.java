package io.agenticraft.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Check;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import io.agenticraft.wire.WireServer.Received;
import io.agenticraft.wire.WireServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A key that follows the switch to another vendor is the mistake that this is about: six origins that redirect to each
 * other at random, keys that change, instances that come and go, and two tasks that switch one agent between them.
 */
class KeyThatFollowsTheSwitchTest {
    private static final int STEPS = 60;

    /** A server, and the keys that may be seen there and nowhere else. */
    private record Origin(String name, Dialect dialect, WireServer server, AtomicInteger generation) {
        String mark() {
            return "sk-of-" + name + "-";
        }

        ProviderSpec spec() {
            return ProviderSpec.of(dialect.provider(), server.url(dialect.basePath()), mark() + generation.get());
        }

        String target(Random random) {
            return name + ":" + dialect.model() + random.nextInt(2);
        }
    }

    private final List<Origin> origins = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() throws Exception {
        for (Origin origin : origins) {
            origin.server.close();
        }
    }

    private ProviderRegistry registry(Random random) {
        ProviderRegistry.Builder builder =
                ProviderRegistry.builder().environment(variable -> null).maxInstances(2);
        for (Dialect dialect : List.of(new OpenAiDialect(), new AnthropicDialect(), new OllamaDialect())) {
            for (String which : List.of("a", "b")) {
                String name = dialect.provider() + "-" + which;
                Origin origin = new Origin(name, dialect, WireServer.start(), new AtomicInteger());
                origin.server.always((socket, request) -> answer(origin, random).write(socket, request));
                origins.add(origin);
                builder.spec(name, dialect.provider(), origin::spec);
            }
        }
        return builder.build();
    }

    private Reply answer(Origin origin, Random random) {
        if (random.nextInt(4) > 0) {
            return origin.dialect.textReply("ok");
        }
        Origin elsewhere = origins.get(random.nextInt(origins.size()));
        int status = List.of(301, 302, 303, 307, 308).get(random.nextInt(5));
        String location =
                elsewhere.server.url(elsewhere.dialect.basePath() + "/models").toString();
        return Replies.response(status, Map.of("location", location), "");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keyThatFollowsTheSwitch_isNeverSeenElsewhere(long seed) throws Exception {
        Random random = new Random(seed);
        try (ProviderRegistry registry = registry(random)) {
            Agent agent = Agent.builder()
                    .registry(registry)
                    .model(origins.get(0).target(random))
                    .build();
            CountDownLatch done = new CountDownLatch(2);
            for (int task = 0; task < 2; task++) {
                Random own = new Random(seed * 2 + task);
                new Thread(() -> {
                            try {
                                wander(agent, registry, own);
                            } finally {
                                done.countDown();
                            }
                        })
                        .start();
            }
            done.await();
        }
        assertKeysStayedAtHome();
    }

    private void wander(Agent agent, ProviderRegistry registry, Random random) {
        List<Binding> seen = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            Origin origin = origins.get(random.nextInt(origins.size()));
            switch (random.nextInt(4)) {
                case 0 -> agent.switchTo(origin.target(random));
                case 1 -> seen.add(registry.resolve(origin.target(random)));
                case 2 -> {
                    origin.generation.incrementAndGet();
                    registry.refresh();
                }
                default -> run(agent, seen.isEmpty() ? null : seen.get(random.nextInt(seen.size())));
            }
            run(agent, null);
        }
    }

    private void run(Agent agent, @Nullable Binding binding) {
        try {
            RunOptions options = RunOptions.defaults();
            agent.run("go", binding == null ? options : options.with(binding));
        } catch (ProviderException e) {
            messages.add(String.valueOf(e.getMessage()));
        }
    }

    private void assertKeysStayedAtHome() {
        int requests = 0;
        for (Origin home : origins) {
            for (Received request : home.server.received()) {
                requests++;
                Check.contains(home.mark(), request.toString());
                for (Origin other : origins) {
                    if (!other.name.equals(home.name)) {
                        Check.containsNot(other.mark(), request.toString());
                    }
                }
            }
        }
        assertTrue(requests >= 2 * STEPS, "Only " + requests + " requests were made");
        assertTrue(messages.size() > 5, "Redirects were met " + messages.size() + " times");
        messages.forEach(message -> Check.containsNot("sk-of-", message));
    }
}

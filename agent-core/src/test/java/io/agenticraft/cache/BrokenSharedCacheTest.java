package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.redis.FakeRedis;
import io.agenticraft.redis.SharedRedis;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A shared level that is slow, lies or goes away: answers come all the same. */
class BrokenSharedCacheTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScriptedProvider wire = new ScriptedProvider("fake");

    private static SharedRedis.Builder patient(FakeRedis server) {
        return SharedRedis.builder(server.uri())
                .readTimeout(PATIENCE)
                .commandTimeout(PATIENCE)
                .connectTimeout(PATIENCE);
    }

    private static String ask(ModelProvider provider, String question) throws Exception {
        return provider.complete(Requests.exact(question))
                .get(10, TimeUnit.SECONDS)
                .text();
    }

    @Test
    void silentServer_costsNoMoreThanItsTimeouts() throws Exception {
        try (FakeRedis server = FakeRedis.start(command -> null);
                SharedRedis redis = SharedRedis.builder(server.uri())
                        .readTimeout(Duration.ofMillis(20))
                        .connect()) {
            ResponseCache cache = ResponseCache.builder().redis(redis).build();
            ModelProvider provider = cache.around(wire.then(Answers.text("yes")));
            assertEquals("yes", ask(provider, "hi"));
            assertEquals("yes", ask(provider, "hi"));
            assertEquals(1, cache.statistics().sharedTimeouts());
        }
    }

    @Test
    void garbage_isAMiss() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> "?what\r\n");
                SharedRedis redis = SharedRedis.builder(server.uri())
                        .readTimeout(Duration.ofMillis(200))
                        .connect()) {
            ResponseCache cache = ResponseCache.builder().redis(redis).build();
            assertEquals("yes", ask(cache.around(wire.then(Answers.text("yes"))), "hi"));
        }
    }

    @Test
    void errorsOfTheServer_areCounted() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> "-LOADING not yet\r\n");
                SharedRedis redis = patient(server).connect()) {
            ResponseCache cache = ResponseCache.builder().redis(redis).build();
            assertEquals("yes", ask(cache.around(wire.then(Answers.text("yes"))), "hi"));
            Check.eventually(
                    "read and write are counted", () -> cache.statistics().sharedErrors() == 2);
        }
    }

    @Test
    void writesBeyondTheBound_areLeftOut() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> null);
                SharedRedis redis = patient(server).connect()) {
            Counters counters = new Counters();
            SharedLevel level = new SharedLevel(redis, Duration.ofHours(1), counters);
            for (int i = 0; i < SharedLevel.MAX_WRITES + 10; i++) {
                level.store(new CacheKey(i, 0, 0, 0), new byte[1]);
            }
            assertEquals(10, counters.snapshot(0, 0).sharedSkipped());
        }
    }

    @Test
    void allWhoLeaveDuringTheLookUp_causeNoCall() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> null);
                SharedRedis redis =
                        patient(server).readTimeout(Duration.ofMillis(100)).connect()) {
            ResponseCache cache = ResponseCache.builder().redis(redis).build();
            ModelProvider provider = cache.around(wire);
            CompletableFuture<ModelResponse> first = provider.complete(Requests.exact("hi"));
            CompletableFuture<ModelResponse> second = provider.complete(Requests.exact("hi"));
            first.cancel(true);
            second.cancel(true);
            Check.eventually("the look-up ends", () -> cache.statistics().sharedTimeouts() == 1);
            wire.then(Answers.text("yes"));
            assertEquals("yes", ask(provider, "hi"));
            assertEquals(1, wire.requests().size());
        }
    }

    @Test
    void equalRequests_lookUpOnce() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> "$-1\r\n");
                SharedRedis redis = patient(server).connect()) {
            ResponseCache cache = ResponseCache.builder().redis(redis).build();
            ModelProvider provider = cache.around(wire.thenHang());
            List<CompletableFuture<ModelResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(provider.complete(Requests.exact("hi")));
            }
            Check.eventually("the call is made", () -> wire.calls().size() == 1);
            wire.calls().get(0).complete(Answers.text("yes"));
            for (CompletableFuture<ModelResponse> answer : answers) {
                assertEquals("yes", answer.get(10, TimeUnit.SECONDS).text());
            }
            Check.eventually("it is written", () -> names(server).contains("SET"));
            assertEquals(1, names(server).stream().filter("GET"::equals).count());
            assertTrue(server.commands().stream()
                    .noneMatch(command -> command.toString().contains("hi")));
        }
    }

    private static List<String> names(FakeRedis server) {
        return server.commands().stream()
                .map(command -> command.get(0).toUpperCase(Locale.ROOT))
                .toList();
    }
}

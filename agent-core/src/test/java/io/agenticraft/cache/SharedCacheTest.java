package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.redis.RealRedis;
import io.agenticraft.redis.SharedRedis;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Caches of two processes that share a real server. */
class SharedCacheTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtomicLong wallClock = new AtomicLong(1_000_000);
    private RealRedis server;
    private SharedRedis redis;
    private SharedRedis otherRedis;

    @BeforeEach
    void start() {
        server = RealRedis.start();
        redis = connect(server.uri());
        otherRedis = connect(server.uri());
    }

    @AfterEach
    void stop() {
        redis.close();
        otherRedis.close();
        server.close();
    }

    private static SharedRedis connect(URI uri) {
        return SharedRedis.builder(uri)
                .readTimeout(PATIENCE)
                .commandTimeout(PATIENCE)
                .connectTimeout(PATIENCE)
                .connect();
    }

    private ResponseCache.Builder cache(SharedRedis shared) {
        return ResponseCache.builder().redis(shared).wallClockMillis(wallClock::get);
    }

    private static ModelProvider answering(ResponseCache cache, String... answers) {
        ScriptedProvider wire = new ScriptedProvider("fake");
        for (String answer : answers) {
            wire.then(Answers.text(answer));
        }
        return cache.around(wire);
    }

    private static ModelResponse ask(ModelProvider provider) throws Exception {
        return provider.complete(Requests.exact("hi")).get(10, TimeUnit.SECONDS);
    }

    private void eventuallyStored(int values) {
        Check.eventually("it is written", () -> server.command("DBSIZE").equals(":" + values));
    }

    @Test
    void answerOfOneProcess_isKnownToAnother_andKeptThere() throws Exception {
        assertEquals("one", ask(answering(cache(redis).build(), "one")).text());
        eventuallyStored(1);
        ResponseCache other = cache(otherRedis).build();
        List<CallEvent> told = new ArrayList<>();
        ModelProvider there = CallScope.builder().observer(told::add).build().bind(answering(other, "two"));
        ModelResponse known = ask(there);
        assertEquals("one", known.text());
        assertEquals("shared", known.details().get(ResponseCache.DETAIL));
        assertEquals("10", known.details().get(ResponseCache.SAVED_INPUT_TOKENS));
        assertEquals(Usage.of(0, 0), known.usage());
        server.command("FLUSHALL");
        assertEquals("local", ask(there).details().get(ResponseCache.DETAIL));
        assertEquals(
                List.of(CallEvent.CacheLevel.SHARED, CallEvent.CacheLevel.LOCAL),
                told.stream().map(event -> ((CallEvent.CacheHit) event).level()).toList());
        assertEquals(1, other.statistics().sharedHits());
        assertEquals(0, other.statistics().misses());
    }

    @Test
    void sharedAnswer_isStreamed() throws Exception {
        ask(answering(cache(redis).build(), "one two"));
        eventuallyStored(1);
        Listener listener = new Listener();
        ModelResponse known = answering(cache(otherRedis).build()).stream(Requests.exact("hi"), listener)
                .get(10, TimeUnit.SECONDS);
        assertEquals("one two", known.text());
        assertEquals("one two", listener.text());
    }

    @Test
    void tenants_shareNothing_thereEither() throws Exception {
        ask(CallScope.builder()
                .tenant("acme")
                .build()
                .bind(answering(cache(redis).build(), "one")));
        eventuallyStored(1);
        ModelProvider other = answering(cache(otherRedis).build(), "two");
        assertEquals(
                "two",
                ask(CallScope.builder().tenant("other").build().bind(other)).text());
    }

    @Test
    void answer_livesAsLongAsFromItsFirstDay() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Duration hour = Duration.ofHours(1);
        ask(answering(cache(redis).build(), "one"));
        eventuallyStored(1);
        wallClock.addAndGet(hour.toMillis() - 10);
        ModelProvider other = answering(cache(otherRedis).ticker(nanos::get).build(), "two", "three");
        assertEquals("one", ask(other).text());
        server.command("FLUSHALL");
        nanos.addAndGet(Duration.ofMillis(9).toNanos());
        assertEquals("one", ask(other).text());
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertEquals("two", ask(other).text(), "not another hour");
    }

    @Test
    void answerThatIsTooOldHere_isNotKnown() throws Exception {
        ask(answering(cache(redis).build(), "one"));
        eventuallyStored(1);
        wallClock.addAndGet(Duration.ofMinutes(2).toMillis());
        ModelProvider other =
                answering(cache(otherRedis).ttl(Duration.ofMinutes(1)).build(), "two");
        assertEquals("two", ask(other).text());
    }

    @Test
    void damagedValue_isAMiss_andIsReplaced() throws Exception {
        ask(answering(cache(redis).build(), "one"));
        eventuallyStored(1);
        String key = keyOfTheOnlyValue();
        server.command("SET " + key + " {broken");
        ResponseCache cache = cache(otherRedis).build();
        assertEquals("two", ask(answering(cache, "two")).text());
        assertEquals(1, cache.statistics().sharedDamaged());
        Check.eventually(
                "it is replaced", () -> !server.command("STRLEN " + key).equals(":7"));
        server.command("SET " + key + " \"{\\\"version\\\":99}\"");
        ResponseCache later = cache(redis).build();
        assertEquals("three", ask(answering(later, "three")).text());
        assertEquals(0, later.statistics().sharedDamaged(), "another version is none");
    }

    private static String keyOfTheOnlyValue() {
        return "agenticraft:response:"
                + RequestKey.of("", null, "fake", null, Requests.exact("hi")).hex();
    }

    @Test
    void invalidatedAnswer_isForgottenThereToo() throws Exception {
        ResponseCache cache = cache(redis).build();
        ModelProvider provider = answering(cache, "one", "two");
        ask(provider);
        eventuallyStored(1);
        assertTrue(cache.invalidate(Requests.exact("hi"), null, provider));
        eventuallyStored(0);
        assertEquals("two", ask(provider).text());
    }

    @Test
    void frozenServer_delaysACallOnlyWithinTheBound_andFailsNone() throws Exception {
        try (SharedRedis hurried = SharedRedis.builder(server.uri())
                .readTimeout(Duration.ofMillis(20))
                .connect()) {
            Check.eventually("connected", () -> hurried.statistics().connected());
            ResponseCache cache = cache(hurried).build();
            ScriptedProvider wire = new ScriptedProvider("fake");
            ModelProvider provider = cache.around(wire);
            server.freeze();
            List<CompletableFuture<ModelResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                wire.then(Answers.text("answer"));
            }
            for (int i = 0; i < 200; i++) {
                answers.add(provider.complete(Requests.exact("question " + i)));
            }
            for (CompletableFuture<ModelResponse> answer : answers) {
                assertEquals("answer", answer.get(10, TimeUnit.SECONDS).text());
            }
            assertTrue(
                    cache.statistics().sharedTimeouts() >= 1,
                    () -> cache.statistics().toString());
            Check.eventually("it is left alone", () -> hurried.statistics().rests() >= 1);
            wire.then(Answers.text("at once"));
            CompletableFuture<ModelResponse> now = provider.complete(Requests.exact("one more"));
            assertTrue(now.isDone(), "nothing is waited for");
        } finally {
            server.thaw();
        }
    }
}

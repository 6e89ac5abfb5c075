package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ResponseCacheTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedProvider wire =
            ScriptedProvider.answering(Answers.text("first answer"), Answers.text("second answer"));
    private final ResponseCache cache =
            ResponseCache.builder().ticker(nanos::get).build();
    private final ModelProvider cached = cache.around(wire);

    private static ModelResponse ask(ModelProvider provider, String question) {
        return provider.complete(Requests.exact(question)).join();
    }

    @Test
    void equalRequest_isAnsweredFromMemory_andMarked() {
        ModelResponse paid = ask(cached, "hi");
        ModelResponse known = ask(cached, "hi");
        assertEquals(1, wire.requests().size());
        assertEquals(Usage.of(10, 5), paid.usage());
        assertEquals(Map.of(), paid.details());
        assertEquals("first answer", known.text());
        assertEquals(Usage.of(0, 0), known.usage());
        assertEquals("local", known.details().get(ResponseCache.DETAIL));
        assertEquals("10", known.details().get(ResponseCache.SAVED_INPUT_TOKENS));
        assertEquals("5", known.details().get(ResponseCache.SAVED_OUTPUT_TOKENS));
        assertEquals(paid.id(), known.id());
        CacheStatistics statistics = cache.statistics();
        assertEquals(1, statistics.hits());
        assertEquals(1, statistics.misses());
        assertEquals(1, statistics.stored());
        assertEquals(15, statistics.savedInputTokens() + statistics.savedOutputTokens());
    }

    @Test
    void otherRequest_isAnotherCall() {
        ask(cached, "hi");
        assertEquals("second answer", ask(cached, "ho").text());
        assertEquals(0, cache.statistics().hits());
    }

    @Test
    void streamedAndWholeRequests_shareAnAnswer() {
        Listener live = new Listener();
        cached.stream(Requests.exact("hi"), live).join();
        assertEquals("first answer", ask(cached, "hi").text());
        Listener replayed = new Listener();
        ModelResponse known = cached.stream(Requests.exact("hi"), replayed).join();
        assertEquals("local", known.details().get(ResponseCache.DETAIL));
        assertEquals(
                new ModelEvent.Started("resp-1", "model-1"), replayed.events().get(0));
        assertEquals("first answer", replayed.text());
        assertEquals(1, wire.requests().size());
    }

    @Test
    void sampledRequests_passByTheCache() {
        for (int i = 0; i < 2; i++) {
            cached.complete(Requests.asking("hi", GenerationOptions.none())).join();
        }
        assertEquals(2, wire.requests().size());
        assertEquals(2, cache.statistics().notStored(NotStored.SAMPLED));
        assertEquals(0, cache.statistics().entries());
    }

    @Test
    void sampledRequests_areKept_ifAskedFor() {
        ModelProvider all =
                ResponseCache.builder().deterministicOnly(false).build().around(wire);
        ModelRequest sampled = Requests.asking("hi", GenerationOptions.none());
        all.complete(sampled).join();
        assertEquals("first answer", all.complete(sampled).join().text());
    }

    @Test
    void unusableAnswers_areAskedForAgain() {
        ScriptedProvider calling = ScriptedProvider.answering(
                Answers.calls(Answers.call("1", "rm", "{}")), Answers.calls(Answers.call("2", "rm", "{}")));
        ModelProvider provider = cache.around(calling);
        assertEquals("1", ask(provider, "hi").message().toolCalls().get(0).id());
        assertEquals("2", ask(provider, "hi").message().toolCalls().get(0).id());
        assertEquals(2, cache.statistics().notStored(NotStored.TOOL_CALLS));
    }

    @Test
    void failure_isNotKept() {
        RuntimeException failure = Answers.rateLimited();
        ModelProvider provider =
                cache.around(new ScriptedProvider("fake").thenFail(failure).then(Answers.text("now")));
        assertSame(failure, Check.cause(assertThrows(RuntimeException.class, () -> ask(provider, "hi"))));
        assertEquals("now", ask(provider, "hi").text());
        assertEquals(1, cache.statistics().notStored(NotStored.FAILED));
    }

    @Test
    void answer_isForgottenInTime() {
        ask(cached, "hi");
        nanos.addAndGet(Duration.ofHours(1).toNanos() - 1);
        assertEquals("first answer", ask(cached, "hi").text());
        nanos.addAndGet(1);
        assertEquals("second answer", ask(cached, "hi").text(), "a hit does not make it last longer");
    }

    /** The seed's cache grew without a bound. */
    @Test
    void answerThatIsKnownForEver_isKept() {
        ResponseCache forEver =
                ResponseCache.builder().ttl(ChronoUnit.FOREVER.getDuration()).build();
        assertEquals("first answer", ask(forEver.around(wire), "hi").text());
        assertEquals("first answer", ask(forEver.around(wire), "hi").text());
        assertEquals(1, forEver.statistics().stored());
    }

    @Test
    void memory_isBoundedByBytes() {
        int answers = 2_000;
        ScriptedProvider talker = new ScriptedProvider("fake");
        for (int i = 0; i < answers; i++) {
            talker.then(Answers.text("x".repeat(1_000)));
        }
        ResponseCache small = ResponseCache.builder().maxBytes(100_000).build();
        ModelProvider provider = small.around(talker);
        for (int i = 0; i < answers; i++) {
            ask(provider, "question " + i);
        }
        CacheStatistics statistics = small.statistics();
        assertTrue(statistics.bytes() <= 100_000, statistics::toString);
        assertTrue(statistics.entries() > 10 && statistics.entries() < 100, statistics::toString);
        assertEquals(answers - statistics.entries(), statistics.evictions());
    }

    @Test
    void hugeAnswer_doesNotPushOutTheOthers() {
        ModelProvider provider = ResponseCache.builder()
                .maxBytes(8_000)
                .build()
                .around(ScriptedProvider.answering(Answers.text("y".repeat(1_000)), Answers.text("again")));
        ask(provider, "hi");
        assertEquals("again", ask(provider, "hi").text());
    }

    @Test
    void tenants_shareNothing() {
        ModelProvider acme = CallScope.builder().tenant("acme").build().bind(cached);
        ModelProvider other = CallScope.builder().tenant("other").build().bind(cached);
        ask(acme, "hi");
        assertEquals("second answer", ask(other, "hi").text());
        assertEquals("first answer", ask(acme, "hi").text());
    }

    @Test
    void hit_isToldToTheScope() {
        List<CallEvent> told = new ArrayList<>();
        ModelProvider scoped = CallScope.builder().observer(told::add).build().bind(cached);
        ask(scoped, "hi");
        assertEquals(List.of(), told);
        ask(scoped, "hi");
        assertEquals(List.of(new CallEvent.CacheHit("fake:model-0", CallEvent.CacheLevel.LOCAL)), told);
    }

    @Test
    void invalidatedAnswer_isAskedForAgain() {
        ask(cached, "hi");
        assertTrue(cache.invalidate(Requests.exact("hi"), null, wire));
        assertFalse(cache.invalidate(Requests.exact("hi"), null, wire));
        assertEquals("second answer", ask(cached, "hi").text());
        cache.clear();
        assertEquals(0, cache.statistics().entries());
    }

    @Test
    void answerOfAnotherTarget_isNotKeptAsThatOfTheOneAsked() {
        ModelProvider falling = cache.around(new ScopedProvider(wire) {
            @Override
            protected ModelProvider in(CallScope scope) {
                scope.tell(new CallEvent.FellBack(
                        new Attempt(2, Attempt.Reason.FALLBACK), "fake:model-0", "other:model-9"));
                return scope.bind(next());
            }
        });
        ask(falling, "hi");
        assertEquals("second answer", ask(falling, "hi").text());
        assertEquals(2, cache.statistics().notStored(NotStored.OTHER_TARGET));
    }

    @Test
    void requestWithoutAKey_isMadeAllTheSame() {
        Iterable<Object> broken = () -> {
            throw new IllegalStateException("not twice");
        };
        ModelRequest request = Requests.asking(
                "hi",
                GenerationOptions.builder()
                        .temperature(0)
                        .extra(Map.of("x", broken))
                        .build());
        assertEquals("first answer", cached.complete(request).join().text());
        assertEquals(1, cache.statistics().notStored(NotStored.UNKEYABLE));
    }

    @Test
    void settings_areChecked_andNothingSaidIsPrinted() {
        assertThrows(
                IllegalArgumentException.class, () -> ResponseCache.builder().maxBytes(0));
        assertThrows(
                IllegalArgumentException.class, () -> ResponseCache.builder().ttl(Duration.ZERO));
        ask(cached, "hidden question");
        Check.containsNot("first answer", cache + " " + cached + " " + cache.statistics());
        Check.containsNot("hidden", cache + " " + cached + " " + cache.statistics());
        Check.contains("1 answers", cache.toString());
    }

    @Test
    void provider_keepsNameAndAddress_andIsClosed() {
        assertEquals("fake", cached.name());
        cached.close();
        assertTrue(wire.isClosed());
        assertEquals(Message.user("x"), Requests.exact("x").messages().get(0));
    }
}

package io.agenticraft.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.stats.CallStats;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What calls are like changes decisions. */
class LiveSelectionTest {
    /** As {@link ModelSelector} promises. */
    private static final int FOLLOWS_WITHIN = 8;

    private static final Requirements FAST =
            Requirements.builder().prefer(Weights.fastest()).build();

    private final Models models = new Models().add("a", 0.5, 1_000, 1).add("b", 0.5, 1_500, 1);

    @Test
    void slowdown_isFollowedWithinEightCalls_andRecoveredFrom() {
        ModelSelector selector = models.selector().build();
        for (int i = 0; i < 50; i++) {
            Models.succeed(selector, Models.chosen(selector.select(FAST)), 1_000);
            models.pass(Duration.ofMillis(100));
        }
        assertEquals("a", Models.chosen(selector.select(FAST)));

        int calls = 0;
        while (Models.chosen(selector.select(FAST)).equals("a")) {
            Models.succeed(selector, "a", 10_000);
            models.pass(Duration.ofMillis(100));
            calls++;
            assertTrue(calls <= FOLLOWS_WITHIN, "still a after " + calls + " slow calls");
        }

        Duration rest = Duration.ZERO;
        while (!Models.chosen(selector.select(FAST)).equals("a")) {
            Models.succeed(selector, "b", 1_500);
            models.pass(Duration.ofSeconds(1));
            rest = rest.plusSeconds(1);
            assertTrue(rest.toMinutes() < 10, "a was never tried again");
        }
        for (int i = 0; i < FOLLOWS_WITHIN; i++) {
            Models.succeed(selector, "a", 1_000);
        }
        Chosen chosen = assertInstanceOf(Chosen.class, selector.select(FAST));
        assertEquals("p:a", chosen.name());
        assertEquals(1_000, chosen.expectedLatency(), 0.06 * 9_000);
    }

    @Test
    void estimate_goes94PercentOfTheWayInEightCalls() {
        ModelSelector selector = models.selector().build();
        for (int i = 0; i < 100; i++) {
            Models.succeed(selector, "a", 1_000);
        }
        for (int i = 0; i < FOLLOWS_WITHIN; i++) {
            Models.succeed(selector, "a", 11_000);
        }
        Requirements limit =
                Requirements.builder().maxLatency(Duration.ofSeconds(10)).build();

        Selection selection = selector.select(limit);
        assertEquals("b", Models.chosen(selection));
        assertEquals("p:a", selection.rejections().get(0).name());
    }

    @Test
    void modelBeyondALimit_isTriedAgainAfterARest() {
        ModelSelector selector = models.selector().build();
        Requirements limit = Requirements.builder()
                .maxLatency(Duration.ofSeconds(2))
                .prefer(Weights.fastest())
                .build();
        for (int i = 0; i < 30; i++) {
            Models.succeed(selector, "a", 5_000);
        }
        assertEquals("b", Models.chosen(selector.select(limit)));

        models.pass(Duration.ofMinutes(4));
        assertEquals("a", Models.chosen(selector.select(limit)));

        Models.succeed(selector, "a", 5_000);
        assertEquals("b", Models.chosen(selector.select(limit)), "one slow call after a rest is enough");
    }

    @Test
    void failures_moveTheChoice_andAWrongRequestDoesNot() {
        ModelSelector selector = models.selector().build();
        ErrorDetails wrong = new ErrorDetails("p", "no such field", 400, null, null, null, null, false, null);
        for (int i = 0; i < 20; i++) {
            selector.failed("p", "a", new InvalidRequestException(wrong, null));
            selector.failed("p", "a", new IllegalStateException("the caller's own"));
        }
        assertEquals("a", Models.chosen(selector.select(FAST)));

        for (int i = 0; i < FOLLOWS_WITHIN; i++) {
            Models.fail(selector, "a");
        }
        assertEquals("b", Models.chosen(selector.select(FAST)));
    }

    @Test
    void p95_isOfTheLastCalls() {
        ModelSelector selector = models.selector().build();
        Requirements steady =
                Requirements.builder().maxP95Latency(Duration.ofSeconds(4)).build();
        for (int i = 1; i <= 40; i++) {
            Models.succeed(selector, "a", i % 10 == 5 ? 9_000 : 1_000);
        }

        Selection selection = selector.select(steady);
        assertEquals("b", Models.chosen(selection));
        assertEquals(
                "[p:a: latency at p95 of 9000 ms is above 4000 ms]",
                selection.rejections().toString());
        for (int i = 0; i < 64; i++) {
            Models.succeed(selector, "a", 1_000);
        }
        assertEquals("a", Models.chosen(selector.select(steady)));
    }

    @Test
    void cacheReads_makeAModelCheaper() {
        Models cached = new Models();
        Set<Capability> none = Set.of();
        ModelSelector selector = cached.add(new ModelProfile("p", "a", 0.5, 10_000, 1_000, 100, 50, none), -1)
                .add(new ModelProfile("p", "b", 0.5, 10_000, 1_000, 100, 50, none), -1)
                .selector()
                .prices(PriceTable.empty()
                        .with("p", "a", new Price(4, 4, 0.4, 4, null))
                        .with("p", "b", Price.of(3, 3)))
                .build();
        Requirements cheap = Requirements.builder()
                .tokens(5_000, 100)
                .prefer(Weights.cheapest())
                .build();
        assertEquals("b", Models.chosen(selector.select(cheap)));

        for (int i = 0; i < 20; i++) {
            selector.succeeded("p", "a", 1_000_000_000, -1, new Usage(5_000L, 100L, 4_500L, null, null));
        }
        Chosen chosen = assertInstanceOf(Chosen.class, selector.select(cheap));
        assertEquals("p:a", chosen.name());
        assertEquals((500 * 4 + 4_500 * 0.4 + 100 * 4) / 1e6, chosen.expectedCost(), 0.001);
    }

    @Test
    void firstTokenAndSpeed_areLearnt() {
        ModelSelector selector = models.selector().build();
        for (int i = 0; i < 20; i++) {
            selector.succeeded("p", "a", 1_000_000_000, 900_000_000, Usage.of(10, 10));
        }
        Requirements prompt = Requirements.builder()
                .maxFirstToken(Duration.ofMillis(500))
                .minTokensPerSecond(40)
                .build();

        Selection selection = selector.select(prompt);
        assertEquals("b", Models.chosen(selection));
        assertEquals(2, selection.rejections().size(), selection.explain());
    }

    @Test
    void callsThroughStats_reachTheSelector() {
        ModelSelector selector = models.selector().build();
        long[] now = {0};
        CallStats stats =
                CallStats.builder().nanoClock(() -> now[0]).listener(selector).build();
        ScriptedProvider wire = new ScriptedProvider("p");
        for (int i = 0; i < FOLLOWS_WITHIN; i++) {
            wire.then(request -> {
                now[0] += Duration.ofSeconds(20).toNanos();
                return CompletableFuture.completedFuture(Answers.text("at last"));
            });
            stats.around(wire)
                    .complete(ModelRequest.builder("a")
                            .messages(Message.user("hi"))
                            .build())
                    .join();
        }

        assertEquals("b", Models.chosen(selector.select(FAST)));
        assertEquals(0, stats.mishaps());
    }

    @Test
    void unknownModels_teachNothing() {
        ModelSelector selector = models.selector().build();
        Models.succeed(selector, "stranger", 1);
        selector.failed("q", "a", Answers.rateLimited());

        assertEquals("a", Models.chosen(selector.select(FAST)));
    }
}

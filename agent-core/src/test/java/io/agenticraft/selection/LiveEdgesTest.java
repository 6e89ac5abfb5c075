package io.agenticraft.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Learning after hours of rest, from figures that cannot be, under a strange clock, and by many at once. */
class LiveEdgesTest {
    private static final Requirements FAST =
            Requirements.builder().prefer(Weights.fastest()).build();

    private final AtomicLong clock = new AtomicLong();
    private final Models models = new Models().add("a", 0.5, 1_000, 1).add("b", 0.5, 1_500, 1);

    private void calls(ModelSelector selector, String model, long millis, int number) {
        for (int i = 0; i < number; i++) {
            Models.succeed(selector, model, millis);
        }
    }

    private double expected(ModelSelector selector) {
        return ((Chosen) selector.select(FAST)).expectedLatency();
    }

    @Test
    void hoursOfRest_forgetAllThatWasBad() {
        ModelSelector selector = models.selector().build();
        calls(selector, "a", 50_000, 1_000);
        assertEquals("b", Models.chosen(selector.select(FAST)));

        models.pass(Duration.ofHours(9));
        assertEquals("a", Models.chosen(selector.select(FAST)));
        assertEquals(1_000, expected(selector));
        Models.succeed(selector, "a", 50_000);
        assertEquals("b", Models.chosen(selector.select(FAST)), "one slow call after a rest is enough");
    }

    @Test
    void hoursOfRest_forgetAllThatWasGood() {
        ModelSelector selector = models.selector().build();
        calls(selector, "b", 100, 1_000);
        assertEquals("b", Models.chosen(selector.select(FAST)));

        models.pass(Duration.ofHours(9));
        assertEquals("a", Models.chosen(selector.select(FAST)));
        calls(selector, "b", 100, 8);
        assertEquals("b", Models.chosen(selector.select(FAST)));
    }

    @Test
    void changeAfterARest_isFollowedWithinEightCalls_bothWays() {
        ModelSelector selector = models.selector().build();
        calls(selector, "a", 1_000, 500);
        models.pass(Duration.ofMinutes(3));
        calls(selector, "a", 9_000, 8);
        assertEquals("b", Models.chosen(selector.select(FAST)));

        models.pass(Duration.ofMinutes(3));
        calls(selector, "a", 1_000, 8);
        assertEquals("a", Models.chosen(selector.select(FAST)));
        assertEquals(1_000, expected(selector), 0.06 * 8_000);
    }

    @Test
    void fading_goesByHalves() {
        ModelSelector selector = new Models()
                .add("only", 0.5, 1_000, 1)
                .selector()
                .nanoClock(clock::get)
                .build();
        calls(selector, "only", 9_000, 10_000);
        double before = expected(selector);
        assertEquals(9_000, before, 1);
        for (int halves = 1; halves <= 5; halves++) {
            clock.addAndGet(Duration.ofMinutes(1).toNanos());
            assertEquals(1_000 + 8_000 / Math.pow(2, halves), expected(selector), 8_000 * 0.02);
        }
    }

    @Test
    void clockThatStandsStillOrGoesBack_keepsLearning() {
        ModelSelector selector = models.selector().build();
        calls(selector, "a", 60_000, 100);
        models.pass(Duration.ofDays(-1));
        assertEquals("b", Models.chosen(selector.select(FAST)));
        calls(selector, "a", 1_000, 20);
        assertEquals("a", Models.chosen(selector.select(FAST)));
        models.pass(Duration.ofDays(1));
        assertEquals(1_000, expected(selector), 1);
    }

    @Test
    void figuresThatCannotBe_leaveAnEstimateThatCan() {
        ModelSelector selector = models.selector().build();
        for (int i = 0; i < 50; i++) {
            selector.succeeded(
                    "p", "a", -5_000_000_000L, Long.MAX_VALUE, new Usage(10L, Long.MAX_VALUE, -50L, -1L, -1L));
            selector.succeeded("p", "b", Long.MAX_VALUE, 0, new Usage(1L, 0L, Long.MAX_VALUE, null, null));
        }
        Chosen chosen = (Chosen) selector.select(Requirements.none());

        assertTrue(chosen.expectedLatency() >= 0, chosen.explain());
        assertTrue(chosen.expectedCost() >= 0 && chosen.expectedCost() < 1, chosen.explain());
        assertTrue(chosen.score() > 0 && chosen.score() <= 1, chosen.explain());
        assertEquals(2, chosen.targets().size(), chosen.explain());
    }

    @Test
    void manyThreads_learnAndDecide_onModelsWithinTheLimitsOnly() throws Exception {
        Models many = new Models();
        for (int i = 0; i < 20; i++) {
            many.add("m" + i, i / 20.0, 500 + 100 * i, 1);
        }
        ModelSelector selector = many.selector().exploration(0.3).build();
        Requirements wanted = Requirements.builder()
                .minQuality(0.5)
                .maxLatency(Duration.ofSeconds(4))
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch start = new CountDownLatch(4);
            List<Future<Integer>> results = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int seed = t;
                results.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    int wrong = 0;
                    for (int i = 0; i < 5_000; i++) {
                        Models.succeed(selector, "m" + (i + seed) % 20, i % 50 == 0 ? 30_000 : 800);
                        Selection selection = selector.select(wanted);
                        if (selection instanceof Chosen chosen
                                && !(chosen.profile().quality() >= 0.5 && chosen.expectedLatency() <= 4_000)) {
                            wrong++;
                        }
                    }
                    return wrong;
                }));
            }
            for (Future<Integer> result : results) {
                assertEquals(0, result.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

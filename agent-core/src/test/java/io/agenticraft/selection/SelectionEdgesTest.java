package io.agenticraft.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Limits that are met exactly, weights of nothing, and fields of none, one and many. */
class SelectionEdgesTest {
    private final Models models = new Models();

    @Test
    void whatEqualsALimit_keepsToIt() {
        models.add("m", 0.5, 1_000, 10);
        Requirements exact = Requirements.builder()
                .tokens(99_000, 1_000)
                .maxLatency(Duration.ofSeconds(1))
                .maxP95Latency(Duration.ofSeconds(2))
                .maxFirstToken(Duration.ofMillis(100))
                .minTokensPerSecond(50)
                .maxCost(1)
                .maxErrorRate(0)
                .minQuality(0.5)
                .minContextTokens(100_000)
                .needs(Capability.values())
                .build();

        Chosen chosen = assertInstanceOf(Chosen.class, models.selector().build().select(exact));
        assertEquals(1, chosen.expectedCost());
        assertEquals(List.of(), chosen.rejections());
    }

    @Test
    void limitOfZero_isKeptByNothingThatTakesTimeOrMoney() {
        models.add("m", 0.5, 1_000, 10);
        Selection none = models.selector()
                .build()
                .select(Requirements.builder()
                        .maxLatency(Duration.ZERO)
                        .maxP95Latency(Duration.ZERO)
                        .maxFirstToken(Duration.ZERO)
                        .maxCost(0)
                        .build());

        assertEquals(
                List.of(Limit.LATENCY, Limit.P95_LATENCY, Limit.FIRST_TOKEN, Limit.COST),
                none.rejections().stream().map(Rejection::limit).toList());
    }

    @Test
    void freeModel_keepsToACostOfZero() {
        models.add("free", 0.5, 1_000, 0);

        Selection selection = models.selector()
                .build()
                .select(Requirements.builder().maxCost(0).build());
        assertEquals("free", Models.chosen(selection));
    }

    @Test
    void noCandidates_areNoCandidate() {
        Selection none = models.selector().build().select(Requirements.none());

        assertInstanceOf(NoCandidate.class, none);
        assertEquals(List.of(), none.rejections());
        assertEquals("No candidate keeps to all limits\n", none.explain());
    }

    @Test
    void allCandidatesFail_oneIsChosenNevertheless_unlessThatIsALimit() {
        models.add("a", 0.9, 1_000, 1).add("b", 0.5, 1_000, 1);
        ModelSelector selector = models.selector().build();
        for (int i = 0; i < 200; i++) {
            Models.fail(selector, i % 2 == 0 ? "a" : "b");
        }
        Requirements sound = Requirements.builder().maxErrorRate(0.5).build();

        assertEquals("a", Models.chosen(selector.select(Requirements.none())));
        assertEquals(
                "[p:a: 99.0 % of calls fail, above 50.0 %, p:b: 99.0 % of calls fail, above 50.0 %]",
                selector.select(sound).rejections().toString());
        models.pass(Duration.ofMinutes(2));
        assertEquals("a", Models.chosen(selector.select(sound)), "after a rest it is worth another try");
    }

    @Test
    void onlyWhatHasAWeight_counts() {
        models.add("good", 1, 60_000, 100).add("quick", 0, 1, 50).add("cheap", 0, 30_000, 1);
        ModelSelector selector = models.selector().build();

        assertEquals("good", Models.chosen(selector.select(preferring(new Weights(1, 0, 0, 0, 0, 0)))));
        assertEquals("quick", Models.chosen(selector.select(preferring(new Weights(0, 0, 1, 0, 0, 0)))));
        assertEquals("quick", Models.chosen(selector.select(preferring(new Weights(0, 0, 0, 1, 0, 0)))));
        assertEquals("cheap", Models.chosen(selector.select(preferring(new Weights(0, 0, 0, 0, 0, 1)))));
        Chosen equal = (Chosen) selector.select(preferring(new Weights(0, 1, 0, 0, 0, 0)));
        assertEquals(1, equal.score());
        assertEquals("p:good", equal.name(), "equals go in the order of the profiles");
    }

    @Test
    void thriftAlone_likesAnyPriceBetterThanNone() {
        models.add("unpriced", 1, 1, -1).add("dear", 0, 60_000, 1_000);

        Selection selection = models.selector().build().select(preferring(new Weights(0, 0, 0, 0, 0, 1)));
        assertEquals("dear", Models.chosen(selection));
        assertEquals(List.of("p:dear", "p:unpriced"), ((Chosen) selection).targets());
    }

    private static Requirements preferring(Weights weights) {
        return Requirements.builder().prefer(weights).build();
    }

    @Test
    void targets_goByScore_andTheChosenHasTheBest() {
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            models.add("m" + i, random.nextDouble(), 100 + random.nextInt(5_000), random.nextInt(30));
        }
        ModelSelector selector = models.selector().build();
        for (int round = 0; round < 100; round++) {
            Models.succeed(selector, "m" + random.nextInt(30), random.nextInt(9_000));
            Chosen chosen = (Chosen)
                    selector.select(Requirements.builder().minQuality(0.2).build());
            List<Double> scores = new ArrayList<>();
            for (String line : chosen.explain().split("\n", -1)) {
                if (line.contains(": score ")) {
                    scores.add(Double.valueOf(line.replaceAll(".*: score ([0-9.]+);.*", "$1")));
                }
            }
            assertEquals(chosen.targets().size(), scores.size());
            assertEquals(chosen.score(), scores.get(0), 0.0006);
            for (int i = 1; i < scores.size(); i++) {
                assertTrue(scores.get(i) <= scores.get(i - 1), chosen.explain());
            }
        }
    }

    @Test
    void explanation_isOfTheMomentOfTheDecision() {
        models.add("a", 0.5, 1_000, 1).add("b", 0.5, 2_000, 1);
        ModelSelector selector = models.selector().build();
        Chosen chosen = (Chosen) selector.select(Requirements.none());
        for (int i = 0; i < 20; i++) {
            Models.succeed(selector, "a", 50_000);
            Models.fail(selector, "b");
        }
        Chosen later = (Chosen) selector.select(Requirements.none());

        assertTrue(
                chosen.explain().contains("> p:a: score 0.") && chosen.explain().contains("latency 1000 ms"));
        assertEquals(1_000, chosen.expectedLatency());
        assertFalse(later.explain().contains("latency 1000 ms"), later.explain());
    }

    @Test
    void exploration_byDefault_isFiveOfAHundred_andSharedByTheOthers() {
        models.add("best", 0.9, 1_000, 1);
        for (int i = 0; i < 4; i++) {
            models.add("m" + i, 0.3, 1_000, 1);
        }
        ModelSelector selector = models.selector()
                .exploration(ModelSelector.DEFAULT_EXPLORATION)
                .seed(7)
                .build();
        int[] chosen = new int[4];
        int decisions = 40_000;
        for (int i = 0; i < decisions; i++) {
            String name = Models.chosen(selector.select(Requirements.none()));
            if (!name.equals("best")) {
                chosen[name.charAt(1) - '0']++;
            }
        }
        // Standard deviations are 44 of 2,000 and 22 of 500.
        assertEquals(2_000, chosen[0] + chosen[1] + chosen[2] + chosen[3], 200);
        for (int each : chosen) {
            assertEquals(500, each, 100);
        }
    }

    @Test
    void capabilities_areASetOfTheirOwn() {
        Set<Capability> given = EnumSet.of(Capability.TOOLS, Capability.REASONING);
        ModelProfile profile = new ModelProfile("p", "m", 0.5, 1, 1, 1, 1, given);
        given.clear();

        assertEquals(Set.of(Capability.TOOLS, Capability.REASONING), profile.capabilities());
        assertThrows(
                UnsupportedOperationException.class,
                () -> profile.capabilities().clear());
    }
}

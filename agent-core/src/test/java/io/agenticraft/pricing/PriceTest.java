package io.agenticraft.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static final double CENT_OF_CENT = 1e-12;

    private static void assertCost(double expected, @Nullable Double actual) {
        assertEquals(expected, actual == null ? Double.NaN : actual, CENT_OF_CENT);
    }

    @Test
    void cost_isPerMillionTokens() {
        assertCost(2.50 + 10, Price.of(2.50, 10).cost(Usage.of(1_000_000, 1_000_000)));
        assertCost(0.0025 + 0.005, Price.of(2.50, 10).cost(Usage.of(1_000, 500)));
    }

    @Test
    void cost_inputIncludesCachedTokens_whichArePricedApart() {
        Price price = new Price(3, 15, 0.30, 3.75, null);

        Double cost = price.cost(new Usage(1_000L, 100L, 600L, 300L, 50L));

        assertCost((100 * 3 + 600 * 0.30 + 300 * 3.75 + 100 * 15) / 1e6, cost);
    }

    @Test
    void cost_withoutCountOfTokens_isUnknownAndNotZero() {
        Price price = Price.of(2.50, 10);

        assertNull(price.cost(Usage.unknown()));
        assertNull(price.cost(new Usage(10L, null, null, null, null)));
        assertNull(price.cost(new Usage(null, 10L, null, null, null)));
        assertEquals(-7, price.cost(Usage.unknown(), -7));
    }

    @Test
    void cost_ofFreeModel_isZeroAndKnown() {
        assertCost(0, Price.free().cost(Usage.of(1_000, 500)));
    }

    @Test
    void cost_moreCachedThanInput_isNotBelowTheCachesPrice() {
        Price price = new Price(3, 15, 0.30, 3.75, null);

        assertCost(600 * 0.30 / 1e6, price.cost(new Usage(10L, 0L, 600L, null, null)));
    }

    @Test
    void cost_longPrompt_isDearerForAllTokens() {
        Price dear = new Price(6, 22.5, 0.6, 7.5, null);
        Price price = new Price(3, 15, 0.3, 3.75, new Price.LongPrompt(200_000, dear));

        assertCost((200_000 * 3 + 10 * 15) / 1e6, price.cost(Usage.of(200_000, 10)));
        assertCost((200_001 * 6 + 10 * 22.5) / 1e6, price.cost(Usage.of(200_001, 10)));
        assertCost(
                (100_001 * 6 + 100_000 * 0.6 + 10 * 22.5) / 1e6,
                price.cost(new Usage(200_001L, 10L, 100_000L, null, null)));
    }

    @Test
    void price_thatIsNone_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Price.of(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> Price.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Price(1, 1, Double.POSITIVE_INFINITY, 1, null));
        assertThrows(IllegalArgumentException.class, () -> new Price.LongPrompt(0, Price.free()));
    }
}
